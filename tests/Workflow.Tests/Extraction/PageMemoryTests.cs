using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gpu.Workflow.Extraction;
using TextEncoding = System.Text.Encoding;

namespace Gpu.Workflow.Tests.Extraction;

/// <summary>What reading a page of 50 MB takes of memory, each page in a process of its own: the peak of this one is anybody's.</summary>
public sealed class PageMemoryTests
{
    private const string Asked = "GPU_PAGE_MEMORY";
    private const int Size = 50_000_000;
    private const long Most = 700L << 20;

    private static readonly Dictionary<string, (string Start, string Piece, string End)> Kinds = new(StringComparer.Ordinal)
    {
        ["paragraphs"] = ("", "<p>A paragraph of a page without end.", ""),
        ["data"] = ("<script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"", "A body without end. ", "\"}</script>"),
        ["attribute"] = ("<img alt='", "An alternative without end. ", "' src=a.jpg>"),
        ["elements"] = ("", "<b>", ""),
        ["attributes"] = ("<p ", "a0{0}=b ", ">"),
    };

    public static TheoryData<string> All => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Page_of_50_MB_is_read_or_refused_within_700_MiB(string kind)
    {
        // The tests run as a program of their own or through dotnet, which then takes the program first.
        var program = Environment.ProcessPath!;
        string[] first = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(PageMemoryTests).Assembly.Location] : [];
        var start = new ProcessStartInfo(program, [.. first, "-method", $"{typeof(PageMemoryTests).FullName}.{nameof(Reads_the_page_that_the_environment_names)}", "-explicit", "only"]) { RedirectStandardOutput = true };
        start.Environment[Asked] = kind;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0 && output.Contains("Total: 1", StringComparison.Ordinal), output);
    }

    [Fact(Explicit = true)]
    public async Task Reads_the_page_that_the_environment_names()
    {
        var (start, piece, end) = Kinds[Environment.GetEnvironmentVariable(Asked)!];
        var text = new StringBuilder(Size + 1_000);
        text.Append(Pages.Prose).Append(start);
        for (var i = 0; text.Length < Size; i++)
        {
            text.Append(piece.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        var bytes = TextEncoding.UTF8.GetBytes(text.Append(end).Append(Pages.Prose).ToString());
        text.Clear();
        text.Capacity = 0;
        GC.Collect();
        var before = await PeakAsync(reset: true);
        try
        {
            Assert.Contains("kettle", (await Pages.ReadAsync(bytes)).Text, StringComparison.Ordinal);
        }
        catch (PageError error)
        {
            Assert.Equal(PageErrorKind.TooLarge, error.Kind);
        }

        var peak = await PeakAsync(reset: false);
        Assert.True(peak < Most, $"The peak is {peak >> 20} MiB, before it {before >> 20} MiB.");
    }

    // Writing 5 to clear_refs sets the peak to what is resident now (proc(5)).
    private static async Task<long> PeakAsync(bool reset)
    {
        if (reset)
        {
            await File.WriteAllTextAsync("/proc/self/clear_refs", "5", TestContext.Current.CancellationToken);
        }

        var line = (await File.ReadAllLinesAsync("/proc/self/status", TestContext.Current.CancellationToken)).First(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(string.Concat(line.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture) << 10;
    }
}
