using SavepointCli.Engine.Jobs;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.State;

/// <summary>Why restored state does not fit the job. Each message begins with the engine's stable code.</summary>
internal static class RestoreFaults
{
    private const string MigrationException = "org.apache.flink.util.StateMigrationException";
    private const string SerializerHint = "restore with the types that wrote the state, or give the changed state another name";

    public static JobOperationException Key(string operatorName, SerializerSnapshot restored, SerializerSnapshot job) => Fault(
        $"RST-KEY: the keys of operator '{operatorName}' were written as {restored.Describe()}, but the job's keys are {job.Describe()}",
        "key by the type that wrote the state: keys cannot be converted");

    public static JobOperationException State(string operatorName, string state, string what, SerializerSnapshot? restored, SerializerSnapshot job) =>
        Fault(
            $"RST-STATE: the {what} of state '{state}' of operator '{operatorName}' were written as {restored?.Describe() ?? "nothing known"}, but the job's are {job.Describe()}",
            SerializerHint);

    public static JobOperationException MapKey(string operatorName, string state, SerializerSnapshot? restored, SerializerSnapshot job) => Fault(
        $"RST-MAPKEY: the map '{state}' of operator '{operatorName}' was written as {restored?.Describe() ?? "nothing known"}, but the job's is {job.Describe()}: its keys differ",
        "keys of a map cannot be converted: restore with the type that wrote them, or give the changed state another name");

    public static JobOperationException Kind(string operatorName, string state, string restored, string job) => Fault(
        $"RST-KIND: state '{state}' of operator '{operatorName}' was written as {restored}, but the job registers it as {job}",
        "give the changed state another name");

    public static JobOperationException Timers(string operatorName, string service, SerializerSnapshot? restored, SerializerSnapshot job) => Fault(
        $"RST-TIMER: the timers '{service}' of operator '{operatorName}' were written as {restored?.Describe() ?? "nothing known"}, but the job's are {job.Describe()}",
        "keys and namespaces of timers cannot be converted");

    public static JobOperationException Backend(string operatorName, string found, string read) => Fault(
        $"RST-BACKEND: the keyed state of operator '{operatorName}' is {found}, but this backend reads only {read}",
        "it was taken with a different state backend: take a canonical savepoint, or convert it");

    public static JobOperationException HashDiffers(string operatorName, object? key, int keyGroup, int expected) => Fault(
        $"RST-KEY: key {key} of operator '{operatorName}' lies in key group {keyGroup}, but its Java hash belongs to key group {expected}",
        "the job's key is not the one by which the state was written");

    public static JobOperationException Descriptions(string operatorName, string state) => Fault(
        $"RST-STATE: the subtasks describe state '{state}' of operator '{operatorName}' differently, so it can only be taken over by a job that registers it",
        "register the state in the job: it then reads each subtask's entries as they were written");

    /// <summary>The words for a kind of keyed state in messages.</summary>
    public static string Words(StateMeta meta) => meta.Kind == BackendStateType.KeyValue ? $"{meta.KeyedStateType} state" : $"{meta.Kind} state";

    private static JobOperationException Fault(string message, string hint) => new(ExitCode.Incompatible, MigrationException, message, hint);
}
