using System.Globalization;
using System.Text;

namespace Gpu.Benchmarks.Contests;

/// <summary>The same ad as ffmpeg's users make it: zoompan for the motion, xfade for the fades, drawtext for the words.</summary>
internal static class FfmpegFilm
{
    private const string Font = "/usr/share/fonts/opentype/inter/Inter-SemiBold.otf";
    private static readonly CompositeFormat Motion = CompositeFormat.Parse(
        "[{0}:v]scale=1920:1080:force_original_aspect_ratio=increase,crop=1920:1080,zoompan=z='1+0.111*on/{1}':x='iw/2-iw/zoom/2':y='ih/2-ih/zoom/2':d={1}:s=1920x1080:fps=30,setsar=1,format=yuv420p[p{0}];");

    /// <summary>The arguments up to the output.</summary>
    public static List<string> Arguments()
    {
        var arguments = new List<string> { "-hide_banner", "-nostats", "-nostdin", "-loglevel", "error", "-benchmark", "-y", "-filter_complex_threads", "2" };
        foreach (var picture in Film.Pictures)
        {
            arguments.AddRange(["-i", Path.Combine(Film.Folder, picture)]);
        }

        arguments.AddRange(["-filter_complex", Graph(), "-map", "[out]"]);
        return arguments;
    }

    private static string Graph()
    {
        var graph = new StringBuilder();
        var frames = (int)(Film.Shot * Film.Rate);
        for (var i = 0; i < Film.Pictures.Length; i++)
        {
            graph.AppendFormat(CultureInfo.InvariantCulture, Motion, i, frames);
        }

        var last = "p0";
        for (var i = 1; i < Film.Pictures.Length; i++)
        {
            graph.Append(CultureInfo.InvariantCulture, $"[{last}][p{i}]xfade=transition=fade:duration={Film.Fade}:offset={Film.Start(i)}[x{i}];");
            last = $"x{i}";
        }

        graph.Append(CultureInfo.InvariantCulture, $"[{last}]");
        for (var i = 0; i < Film.Words.Length; i++)
        {
            var (from, to) = (Film.Start(i) + Film.Fade, Film.Start(i) + Film.Shot - Film.Fade);
            graph.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ",")}drawtext=fontfile={Font}:text='{Film.Words[i]}':fontsize=72:fontcolor=white:box=1:boxcolor=black@0.6:boxborderw=24:x=(w-text_w)/2:y=h-200:enable='between(t,{from},{to})'");
        }

        return graph.Append(",format=yuv420p[out]").ToString();
    }
}
