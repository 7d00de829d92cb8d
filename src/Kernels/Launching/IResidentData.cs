namespace Gpu.Kernels.Launching;

/// <summary>What a device's memory needs to know of <see cref="ResidentData{T}"/> of any element.</summary>
public interface IResidentData : IDisposable
{
    /// <summary>Asks to be told, once, when the data is disposed. The call comes on the disposing thread.</summary>
    /// <param name="release">Called with this object.</param>
    /// <returns>False when the data is disposed already; then there is no call.</returns>
    bool OnRelease(Action<IResidentData> release);
}
