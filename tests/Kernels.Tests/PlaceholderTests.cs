namespace Gpu.Kernels.Tests;
public class PlaceholderTests { [Fact] public void Runs() => Assert.True(true); }
