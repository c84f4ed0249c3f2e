namespace SavepointCli.Engine.Rest;

/// <summary>Names of Flink's and Java's exceptions that appear in answers.</summary>
internal static class JavaNames
{
    public const string RestHandlerException = "org.apache.flink.runtime.rest.handler.RestHandlerException";
    public const string HandlerRequestException = "org.apache.flink.runtime.rest.handler.HandlerRequestException";
    public const string NotFoundException = "org.apache.flink.runtime.rest.NotFoundException";
    public const string JobNotFoundException = "org.apache.flink.runtime.messages.FlinkJobNotFoundException";
    public const string UnknownTaskExecutorException = "org.apache.flink.runtime.resourcemanager.exceptions.UnknownTaskExecutorException";
    public const string ProgramInvocationException = "org.apache.flink.client.program.ProgramInvocationException";
    public const string FlinkException = "org.apache.flink.util.FlinkException";
    public const string FlinkRuntimeException = "org.apache.flink.util.FlinkRuntimeException";
    public const string CompletionException = "java.util.concurrent.CompletionException";
    public const string IllegalArgumentException = "java.lang.IllegalArgumentException";
    public const string IllegalStateException = "java.lang.IllegalStateException";
    public const string JsonMappingException = "org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonMappingException";
}
