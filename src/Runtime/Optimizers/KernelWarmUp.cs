using Gpu.Kernels.Launching;

namespace Gpu.Runtime.Optimizers;

/// <summary>
/// A small piece of work that is carried out in the background after the start, once a device, so that the first real one of
/// its operation need not wait for its kernels' compilation. Hosts add their own by registering it as a service.
/// </summary>
/// <param name="Operation">The operation's name.</param>
/// <param name="Make">Makes the work.</param>
public sealed record KernelWarmUp(string Operation, Func<IDeviceWork> Make);
