using System.Runtime.InteropServices;
using SavepointCli;

using var interruption = new CancellationTokenSource();
var endedBy = ExitCode.Interrupted;

// The first signal asks the verb to stop; the second is left to the system, so that a verb that hangs can still be ended.
void Stop(PosixSignalContext signal)
{
    if (interruption.IsCancellationRequested) return;
    endedBy = signal.Signal == PosixSignal.SIGTERM ? ExitCode.Terminated : ExitCode.Interrupted;
    signal.Cancel = true;
    interruption.Cancel();
}

using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var onTermination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

var context = CommandContext.OfThisProcess(Console.Out, Console.Error);
var exitCode = await Application.RunAsync(args, context, interruption.Token).ConfigureAwait(false);
return (int)(exitCode == ExitCode.Interrupted ? endedBy : exitCode);
