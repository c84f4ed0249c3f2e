using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SavepointCli.Engine.Rest.Messages;

namespace SavepointCli.Engine.Rest;

/// <summary>What goes back to the client: a status and, nearly always, a JSON document.</summary>
internal sealed record RestAnswer(int Status, ReadOnlyMemory<byte> Body)
{
    private const string JsonContentType = "application/json; charset=UTF-8";

    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    /// <summary>Whether pages of other origins may read it. Flink leaves the header away where no handler was reached.</summary>
    public bool AllowsAnyOrigin { get; init; } = true;

    /// <summary>Whether the connection ends with this answer, because the rest of the request was not read.</summary>
    public bool EndsConnection { get; init; }

    /// <summary>What the body is; JSON unless something else is said.</summary>
    public string ContentType { get; init; } = JsonContentType;

    /// <summary>Called when the answer has been sent; null if nothing is to be done then.</summary>
    public Action? Sent { get; init; }

    /// <summary><c>{}</c>.</summary>
    public static RestAnswer Empty(int status = StatusCodes.Status200OK) => new(status, EmptyObject);

    /// <summary>A document.</summary>
    public static RestAnswer Of<T>(T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(value, type));

    /// <summary>Text for programs that want no JSON.</summary>
    public static RestAnswer Text(string text, string contentType) =>
        new(StatusCodes.Status200OK, System.Text.Encoding.UTF8.GetBytes(text)) { ContentType = contentType };

    /// <summary>No body at all, which only a request that is too large gets.</summary>
    public static RestAnswer TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, default) { AllowsAnyOrigin = false, EndsConnection = true };

    /// <summary>An error that a handler foresaw: class, message and causes in one string.</summary>
    public static RestAnswer Handled(int status, JavaThrowable error) => Errors(status, error.StackTrace);

    /// <summary>An error that a handler foresaw, in the class that Flink uses for most of them.</summary>
    public static RestAnswer Handled(int status, string message, JavaThrowable? cause = null) =>
        Handled(status, new JavaThrowable(JavaNames.RestHandlerException, message, cause));

    /// <summary>An error that no handler foresaw: status 500 and two strings.</summary>
    public static RestAnswer Unexpected(JavaThrowable error) => Errors(
        StatusCodes.Status500InternalServerError,
        "Internal server error.",
        $"<Exception on server side:\n{error.StackTrace}\nEnd of exception on server side>");

    /// <summary>An error of routing or upload: a plain string without class name.</summary>
    public static RestAnswer Plain(int status, string message) => Errors(status, message);

    /// <summary>A refusal before the whole request was read: the connection cannot carry another one.</summary>
    public static RestAnswer BrokenOff(string message) =>
        Plain(StatusCodes.Status400BadRequest, message) with { AllowsAnyOrigin = false, EndsConnection = true };

    private static RestAnswer Errors(int status, params IReadOnlyList<string> errors) =>
        Of(new ErrorAnswer(errors), RestJson.Shared.ErrorAnswer, status);
}
