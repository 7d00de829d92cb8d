using System.Text;
using Spectre.Console;

namespace Gpu.Cli;

/// <summary>Standard output and standard error, for results and for everything else.</summary>
internal static class Terminal
{
    // Where lines are read by a program or kept in a file there is no screen to fit.
    private const int WideEnough = 200;

    /// <summary>Standard output, for results.</summary>
    public static IAnsiConsole Out { get; } = Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>Standard error, for progress and messages.</summary>
    public static IAnsiConsole Error { get; } = Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>Text of a page, without what would steer a terminal.</summary>
    public static string Safe(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            clean.Append(char.IsControl(c) ? ' ' : c);
        }

        return clean.ToString();
    }

    /// <summary>The beginning of a text, on one line.</summary>
    public static string Short(string text, int length)
    {
        var line = Safe(text).Trim();
        return line.Length <= length ? line : string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[length - 1]) ? length - 1 : length), "...");
    }

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Yes,
        });
        if (redirected)
        {
            console.Profile.Width = WideEnough;
        }

        return console;
    }
}
