using System.Text.Json;

namespace SavepointCli.Rendering;

/// <summary>What <c>info -o json</c> prints.</summary>
internal sealed record PlanDocument(string ApiVersion, string Kind, JsonElement Plan)
{
    public static PlanDocument Of(JsonElement plan) => new(DocumentRenderer.ApiVersion, "JobPlan", plan);
}
