using System.CommandLine;
using System.Globalization;
using Gpu.Cli.Options;
using Gpu.Workflow.Jobs;
using Gpu.Workflow.Storyboards;
using Microsoft.Extensions.DependencyInjection;

namespace Gpu.Cli.Commands;

/// <summary><c>gpu preview</c>: a frame or a sheet of frames of an ad, without making it.</summary>
internal static class PreviewCommand
{
    private const int MostFrames = 100;

    private static readonly Argument<string> Source = new("source") { Description = "A storyboard (.json), an http(s) address, or the path of an HTML file." };

    private static readonly Option<string?> Output = Values.Option("--output", "The picture to write, a PNG or JPEG by its name. [default: preview.png]", "FILE", "the path of a .png, .jpg or .jpeg file", (string text, out string? value) =>
    {
        value = text;
        return PreviewSheet.IsPicture(text) && !text.Contains('\0');
    }, "-o");

    private static readonly Option<double?> At = Values.Option<double?>("--at", "The one frame at this time, as large as it is. [default: a sheet of frames]", "SECONDS", "seconds from 0 on, such as 3.2", (string text, out double? value) =>
    {
        var read = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        value = number;
        return read && double.IsFinite(number);
    });

    private static readonly Option<int?> Frames = Values.Integer("--frames", "How many frames the sheet has, evenly over the ad. [default: 12]", "N", 1, MostFrames);

    private static readonly Option<int?> Columns = Values.Integer("--columns", "How many of them stand side by side. [default: 4, or 6 where they are upright]", "N", 1, MostFrames);

    public static Command Create()
    {
        var command = new Command("preview", "Shows a frame of an ad, or a sheet of its frames, without making it.") { Source };
        foreach (var option in (IEnumerable<Option>)[Output, At, Frames, Columns, AdOptions.Aspect, AdOptions.Size, AdOptions.Duration, AdOptions.Fps, AdOptions.Seed, AdOptions.Edits, .. LookOptions.All, .. SoundOptions.All, CommonOptions.Device, CommonOptions.Workers, CommonOptions.AllowPrivate, CommonOptions.IgnoreRobots, CommonOptions.Timeout, .. CacheCliOptions.All, CommonOptions.Quiet])
        {
            command.Add(option);
        }

        command.Does(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var source = parsed.GetRequiredValue(Source);
        var request = AdOptions.Read(parsed) with { Source = source };
        request = source.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? request with { Storyboard = await AdOptions.ReadStoryboardAsync("The storyboard", source, cancellationToken).ConfigureAwait(false), StoryboardOnly = true }
            : request with { Edits = await AdOptions.ReadEditsAsync(parsed, [source], cancellationToken).ConfigureAwait(false) };
        await using var services = Services.Create(parsed);
        var engine = services.GetRequiredService<WorkflowEngine>();
        var at = parsed.GetValue(At);
        var count = parsed.GetValue(Frames) ?? 12;
        var preview = await engine.PreviewAsync(request, board => at is { } time ? [Within(time, board)] : [.. Enumerable.Range(0, count).Select(i => board.Duration * (i + 0.5) / count)], cancellationToken).ConfigureAwait(false);

        var file = parsed.GetValue(Output) ?? "preview.png";
        await PreviewSheet.WriteAsync(file, preview.Frames, at is not null, parsed.GetValue(Columns), cancellationToken).ConfigureAwait(false);
        if (!parsed.GetValue(CommonOptions.Quiet))
        {
            foreach (var warning in preview.Warnings)
            {
                Runner.Warn(warning);
            }

            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {(at is null ? $"{preview.Frames.Count} frames" : $"the frame at {preview.Frames[0].Time:0.###} s")} of {preview.Storyboard.Duration:0.##} s, style {preview.Storyboard.Style.Name}"));
        }

        return ExitCode.Ok;
    }

    private static double Within(double time, Storyboard board) => time < board.Duration
        ? time
        : throw new UsageError(string.Create(CultureInfo.InvariantCulture, $"--at is {time}; accepted: seconds below {board.Duration}, the ad's length."));
}
