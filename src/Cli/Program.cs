using System.CommandLine;
using Gpu.Cli;
using Gpu.Cli.Commands;

Console.SetError(new ErrorWriter(Console.Error));
using var signals = new StopSignals(TimeProvider.System);
var parsed = GpuCommand.Create().Parse(args, GpuCommand.Parsing);
if (parsed.Action is System.CommandLine.Invocation.ParseErrorAction)
{
    foreach (var message in parsed.Errors.Select(static e => e.Message).Distinct())
    {
        Runner.Complain(message);
    }

    Console.Error.WriteLine($"See {GpuCommand.HelpFor(parsed)}.");
    return ExitCode.Usage;
}

try
{
    // Signals are ours: a handler of the library would end the process while files are still being put away.
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, signals.Token).ConfigureAwait(false);
}
catch (Exception) when (signals.Token.IsCancellationRequested)
{
    // Whatever broke while the work was being stopped broke because of that.
    Runner.Complain("Stopped; nothing unfinished is left.");
    return signals.ExitCode;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    // Standard output is closed or full, and what failed to be written was the result or the error itself.
    Runner.Complain($"Standard output cannot be written: {e.GetBaseException().Message}");
    return ExitCode.Output;
}
