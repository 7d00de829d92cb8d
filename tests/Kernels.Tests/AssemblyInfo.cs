using Gpu.Kernels.Tests.Suite;

// Kernels use every core and an accelerator serves one thread at a time, so tests run one after the other.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(Devices))]
