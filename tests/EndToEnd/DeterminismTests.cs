using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gpu.EndToEnd.Support;

namespace Gpu.EndToEnd;

public sealed class DeterminismTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Frames_are_the_same_at_any_number_of_workers_and_on_any_device()
    {
        string[][] ways = [["--workers", "1"], ["--workers", "2"], ["--workers", "5"], ["--device", "cpu"], ["--device", "opencl"], []];
        var hashes = new List<string>();
        foreach (var way in ways)
        {
            var outcome = await _place.RunAsync(["make", "shop.html", "--format", "y4m", "--json", .. Workplace.Small, .. way]);
            Assert.True(outcome.Code == 0, outcome.ToString());
            using var json = JsonDocument.Parse(outcome.Output);
            hashes.Add(json.RootElement.GetProperty("sha256").GetString()!);
            if (way is ["--device", "opencl"])
            {
                Assert.All(json.RootElement.GetProperty("devices").EnumerateArray(), static d => Assert.StartsWith("opencl", d.GetString(), StringComparison.Ordinal));
            }
        }

        Assert.Single(hashes.Distinct());
    }

    [Fact]
    public async Task The_frames_on_standard_output_are_those_of_the_manifest()
    {
        var piped = await _place.RunAsync(["make", "shop.html", "--format", "y4m", "-o", "-", .. Workplace.Small]);
        var filed = await _place.RunAsync(["make", "shop.html", "--format", "y4m", "-o", "ad", .. Workplace.Small]);

        Assert.True(piped.Code == 0 && filed.Code == 0, piped + "\n" + filed);
        Assert.Equal(File.ReadAllBytes(_place["ad", "ad.y4m"]), piped.Bytes);
        using var manifest = JsonDocument.Parse(File.ReadAllText(_place["ad", "manifest.json"]));
        var frames = manifest.RootElement.GetProperty("frames");
        Assert.Equal(10, frames.GetProperty("count").GetInt32());
        Assert.Equal(frames.GetProperty("sha256").GetString(), HashOfFrames(piped.Bytes, 160 * 90 * 3 / 2, 10));
        Assert.StartsWith("YUV4MPEG2 W160 H90 F10:1 ", Encoding.ASCII.GetString(piped.Bytes, 0, 40), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lossless_mp4_holds_the_frames_of_the_manifest()
    {
        var outcome = await _place.RunAsync(["make", "shop.html", "-o", "ad", .. Workplace.Small, "--crf", "0"]);
        Assert.True(outcome.Code == 0, outcome.ToString());

        var decoded = await Tool.RunAsync("ffmpeg", "-v", "error", "-i", _place["ad", "ad.mp4"], "-f", "rawvideo", "-");
        var probed = await Tool.RunAsync("ffprobe", "-v", "error", "-count_frames", "-select_streams", "v:0", "-of", "json", "-show_entries",
            "stream=codec_name,pix_fmt,color_space,color_range,color_primaries,color_transfer,width,height,r_frame_rate,nb_read_frames", _place["ad", "ad.mp4"]);

        using var manifest = JsonDocument.Parse(File.ReadAllText(_place["ad", "manifest.json"]));
        Assert.Equal(manifest.RootElement.GetProperty("frames").GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(decoded)));
        using var probe = JsonDocument.Parse(probed);
        var stream = probe.RootElement.GetProperty("streams")[0];
        Assert.Equal(
            ["h264", "yuv420p", "bt709", "tv", "bt709", "bt709", "160", "90", "10/1", "10"],
            ((string[])["codec_name", "pix_fmt", "color_space", "color_range", "color_primaries", "color_transfer", "width", "height", "r_frame_rate", "nb_read_frames"]).Select(name => stream.GetProperty(name).ToString()));
    }

    [Fact]
    public async Task An_edited_storyboard_is_followed_and_the_unedited_one_gives_the_same_frames()
    {
        var first = await _place.RunAsync(["make", "shop.html", "--format", "y4m", "-o", "a", .. Workplace.Small]);
        var again = await _place.RunAsync("make", "shop.html", "--format", "y4m", "-o", "b", "--storyboard", "a/storyboard.json");
        _place.Write("edited.json", File.ReadAllText(_place["a", "storyboard.json"]).Replace("\"duration\": 1,", "\"duration\": 1, // was it", StringComparison.Ordinal).Replace("\"text\": \"Harbour Roast coffee\"", "\"text\": \"Harbour Roast tea\"", StringComparison.Ordinal));
        var edited = await _place.RunAsync("make", "shop.html", "--format", "y4m", "-o", "c", "--storyboard", "edited.json");
        var torn = await _place.RunAsync("make", "shop.html", "--storyboard", "a/storyboard.json", "--fps", "25");

        Assert.True(first.Code == 0 && again.Code == 0 && edited.Code == 0, first + "\n" + again + "\n" + edited);
        Assert.Equal(File.ReadAllBytes(_place["a", "ad.y4m"]), File.ReadAllBytes(_place["b", "ad.y4m"]));
        Assert.Equal(File.ReadAllText(_place["a", "storyboard.json"]), File.ReadAllText(_place["b", "storyboard.json"]));
        Assert.NotEqual(File.ReadAllBytes(_place["a", "ad.y4m"]), File.ReadAllBytes(_place["c", "ad.y4m"]));
        Assert.True(torn.Code == 2, torn.ToString());
        Assert.Contains("--fps is 25", torn.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_seed_may_move_differently_and_is_recorded()
    {
        var outcome = await _place.RunAsync(["make", "shop.html", "-o", "ad", "--seed", "12345", .. Workplace.Small]);

        Assert.True(outcome.Code == 0, outcome.ToString());
        using var manifest = JsonDocument.Parse(File.ReadAllText(_place["ad", "manifest.json"]));
        Assert.Equal(12345, manifest.RootElement.GetProperty("options").GetProperty("seed").GetInt32());
    }

    private static string HashOfFrames(byte[] y4m, int frameBytes, int count)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var at = Array.IndexOf(y4m, (byte)'\n') + 1;
        for (var i = 0; i < count; i++)
        {
            Assert.Equal("FRAME\n", Encoding.ASCII.GetString(y4m, at, 6));
            hash.AppendData(y4m, at + 6, frameBytes);
            at += 6 + frameBytes;
        }

        Assert.Equal(y4m.Length, at);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
