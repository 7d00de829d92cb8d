using ILGPU;

namespace Gpu.Kernels.Arithmetic;

/// <summary>
/// A product that no compiler fuses with the addition after it. PTX without a rounding mode allows fusing, so does
/// OpenCL C; ILGPU offers neither the mode nor the switch (CudaAsm.Emit could write mul.rn, but puts its result into
/// local memory). So the product's bits go through an integer operation whose other side the compiler cannot know.
/// </summary>
internal static class RoundedFloat
{
    /// <summary>a b, rounded to nearest by itself.</summary>
    /// <param name="a">One factor.</param>
    /// <param name="b">The other.</param>
    /// <param name="zero">0, from an argument of the kernel: a constant would be seen through.</param>
    public static float Multiply(float a, float b, uint zero) => Interop.IntAsFloat(Interop.FloatAsInt(a * b) ^ zero);
}
