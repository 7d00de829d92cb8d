using Gpu.Workflow.Storyboards;

namespace Gpu.Benchmarks.Contests;

/// <summary>The ad that the whole-film rows make: 15.5 s of 1080p30, five pictures in slow motion, four fades, five captions.</summary>
internal static class Film
{
    public const int Frames = 465;
    public const double Shot = 3.5;
    public const double Fade = 0.5;
    public const double Duration = 15.5;
    public const int Rate = 30;

    /// <summary>The pictures, 1920x1280, relative to <see cref="Page"/>.</summary>
    public static readonly string[] Pictures =
    [
        "hotel/images/villa-at-dusk.jpg", "hotel/images/lake-room.jpg", "hotel/images/breakfast.jpg", "hotel/images/infinity-pool.jpg", "coffee/images/morning-cup.jpg",
    ];

    /// <summary>The words over each picture.</summary>
    public static readonly string[] Words = ["Wake up on the water", "Twenty-six quiet rooms", "Breakfast ends at noon", "Swim until the sun is gone", "From 189 euros a night"];

    /// <summary>The folder of the samples.</summary>
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The page that pictures are relative to; nobody reads it.</summary>
    public static Uri Page => new(Path.Combine(Folder, "film.html"));

    /// <summary>The ad as our renderer takes it.</summary>
    public static Storyboard Storyboard() => new()
    {
        Title = "Benchmark",
        Language = "en",
        Width = Data.Width,
        Height = Data.Height,
        FramesPerSecond = Rate,
        Duration = Duration,
        Shots =
        [
            .. Pictures.Select(static (picture, i) => new Shot
            {
                Picture = picture,
                Start = Start(i),
                Duration = Shot,
                From = PictureBox.Whole,
                To = new PictureBox(0.05, 0.05, 0.9, 0.9),
                Transition = i == 0 ? null : new ShotTransition("fade", Fade),
            }),
        ],
        Captions = [.. Words.Select(static (words, i) => new Caption { Text = words, Start = Start(i) + Fade, Duration = Shot - (2 * Fade) })],
    };

    /// <summary>When a picture begins to appear, in seconds.</summary>
    public static double Start(int picture) => picture * (Shot - Fade);

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Gpu.sln")))
            {
                return Path.Combine(folder.FullName, "samples");
            }
        }

        throw new DirectoryNotFoundException($"There is no Gpu.sln above {from}: run this from a clone of the repository.");
    }
}
