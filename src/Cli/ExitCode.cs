namespace Gpu.Cli;

/// <summary>What the command ends with; see docs/exit-codes.md.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int Page = 3;
    public const int Empty = 4;
    public const int Refused = 5;
    public const int Output = 6;
    public const int MissingProgram = 7;
    public const int Device = 8;
    public const int HungUp = 129;
    public const int Interrupted = 130;
    public const int Terminated = 143;

    /// <summary>The list for people, as <c>--help</c> ends with it.</summary>
    public const string Help =
        """
        Exit codes:
          0    all went well
          1    an unexpected error, or some pages of several failed
          2    the command line, a storyboard or an edit file cannot be used
          3    the page is not found, not reachable, too large or no HTML
          4    the page has nothing to show
          5    refused: a private address (see --allow-private)
          6    output: it exists already, cannot be written, or the disk is full
          7    a program is missing: ffmpeg
          8    a device is missing or failed
          129  hung up (the terminal was closed)
          130  interrupted (Ctrl-C)
          143  terminated
        """;
}
