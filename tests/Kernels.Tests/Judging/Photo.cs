using System.Buffers.Binary;
using Gpu.Kernels.Judging;
using Gpu.Kernels.Tests.Suite;

namespace Gpu.Kernels.Tests.Judging;

/// <summary>Photographs of skimage's, with a short side of 256.</summary>
internal static class Photo
{
    public static async Task<RgbaPicture> ReadAsync(string name)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Judging", "photos.py"), TestContext.Current.CancellationToken);
        var data = await Reference.PythonAsync(script, default, name);
        return new RgbaPicture(BinaryPrimitives.ReadInt32LittleEndian(data), BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(4)), data.AsMemory(8));
    }
}
