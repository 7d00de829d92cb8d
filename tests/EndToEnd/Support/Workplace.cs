using System.Diagnostics;
using System.Text;
using SkiaSharp;

namespace Gpu.EndToEnd.Support;

/// <summary>A folder with a page in it, in which a test runs the command.</summary>
internal sealed class Workplace : IDisposable
{
    /// <summary>Small and quick: what most tests ask for.</summary>
    public static readonly string[] Small = ["--size", "160x90", "--duration", "1", "--fps", "10", "--preset", "ultrafast"];

    public const string Shop =
        """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbour Roast coffee</title>
        <meta name="description" content="Single-origin coffee, roasted on the day it ships."></head><body><main><article>
        <h1>Harbour Roast coffee</h1>
        <p>Our beans come from one farm in Huila, picked by hand and roasted in small batches every morning. The cup is round and sweet, with notes of cocoa and orange.</p>
        <p>Order before noon and we roast, pack and ship your coffee the same day. Every bag carries its roasting date, and delivery is free from two bags on.</p>
        <img src="one.jpg" alt="A bag of coffee" width="640" height="480"><img src="two.jpg" alt="A cup of coffee" width="640" height="480">
        <p>Try it for a week. If you do not like it, we pay you back in full, no questions asked. <a href="/buy">Order now</a></p>
        </article></main></body></html>
        """;

    public Workplace()
    {
        Path = Directory.CreateTempSubdirectory("gpu-e2e-").FullName;
        Write("shop.html", Shop);
        Picture("one.jpg", SKColors.SaddleBrown);
        Picture("two.jpg", SKColors.DarkOrange);
    }

    public string Path { get; }

    public string this[params string[] parts] => System.IO.Path.Combine([Path, .. parts]);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
    }

    /// <summary>Draws a picture in which something can be seen to move.</summary>
    public void Picture(string name, SKColor colour, int width = 640, int height = 480)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(colour);
        using var paint = new SKPaint { Color = SKColors.White, IsAntialias = true };
        canvas.DrawCircle(width * 0.6f, height * 0.4f, height * 0.2f, paint);
        using var file = File.Create(this[name]);
        bitmap.Encode(file, SKEncodedImageFormat.Jpeg, 90);
    }

    public Task<Outcome> RunAsync(params string[] arguments) => GpuCommand.RunAsync(Path, arguments);

    public Task<Outcome> RunAsync(Action<ProcessStartInfo> change, params string[] arguments) => GpuCommand.RunAsync(Path, change, arguments);

    public Running Start(params string[] arguments) => GpuCommand.Start(Path, null, arguments);

    /// <summary>All files and folders that the command made, relative.</summary>
    public IReadOnlyList<string> Made()
    {
        string[] given = ["shop.html", "one.jpg", "two.jpg"];
        return [.. Directory.EnumerateFileSystemEntries(Path, "*", SearchOption.AllDirectories).Select(e => System.IO.Path.GetRelativePath(Path, e)).Except(given).Order(StringComparer.Ordinal)];
    }

    /// <summary>The processes whose arguments name this folder.</summary>
    public IReadOnlyList<string> Processes()
    {
        var found = new List<string>();
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(static p => char.IsAsciiDigit(System.IO.Path.GetFileName(p)[0])))
        {
            try
            {
                var line = Encoding.UTF8.GetString(File.ReadAllBytes(System.IO.Path.Combine(process, "cmdline"))).Replace('\0', ' ');
                if (line.Contains(Path, StringComparison.Ordinal))
                {
                    found.Add(line);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It ended while we looked.
            }
        }

        return found;
    }

    /// <summary>Waits until something holds; fails after a time.</summary>
    public static async Task UntilAsync(Func<bool> holds, string what)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!holds())
        {
            Assert.False(limit.IsCancellationRequested, $"It never came to this: {what}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The folder of Gpu.sln, above the tests.</summary>
    public static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "Gpu.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Gpu.sln is not above the tests.");
        }

        return folder;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
