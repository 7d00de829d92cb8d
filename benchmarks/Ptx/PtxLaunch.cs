using System.Globalization;
using System.Runtime.CompilerServices;

namespace Gpu.Benchmarks.Ptx;

/// <summary>
/// Carries out a kernel's PTX thread by thread, on memory of the CPU accelerator: what a GPU would be told to do, where there is
/// none. A thread that leaves its views is stopped. Counts what it carries out.
/// </summary>
internal sealed class PtxLaunch
{
    /// <summary>Threads a group, as launches have them.</summary>
    public const int GroupSize = 128;

    private const long MostSteps = 200_000_000;

    private readonly PtxInstruction[] _code;
    private readonly PtxModule _module;
    private readonly PtxParameters _parameters;
    private readonly byte[] _bytes;
    private readonly int[] _grid;
    private readonly ulong[] _registers;
    private readonly PtxView[] _views;

    /// <summary>Prepares a launch.</summary>
    /// <param name="module">The kernel.</param>
    /// <param name="grid">Its size: items, or columns and rows.</param>
    /// <param name="operation">The operation, its views on the CPU accelerator.</param>
    public PtxLaunch(PtxModule module, int[] grid, object operation)
    {
        (_module, _grid, _code) = (module, grid, [.. module.Instructions]);
        _parameters = PtxParameters.Of(grid, operation);
        _bytes = _parameters.Bytes;
        _views = [.. _parameters.Views];
        if (module.ParameterLengths.Sum() != ((_bytes.Length + 7) & ~7))
        {
            throw new PtxFault($"{operation.GetType().Name} has {_bytes.Length} bytes of parameters, its kernel {string.Join(" + ", module.ParameterLengths)}: {nameof(PtxParameters)} lays them out otherwise than ILGPU.");
        }

        _registers = new ulong[module.Registers.Length];
        Counts = new long[_code.Length];
    }

    /// <summary>How often each instruction was carried out, by all threads so far.</summary>
    public long[] Counts { get; }

    /// <summary>Told of each access.</summary>
    public PtxAccess? OnAccess { get; init; }

    /// <summary>The memory of the operation.</summary>
    public IReadOnlyList<PtxView> Views => _views;

    /// <summary>Carries out every thread of the grid, in order.</summary>
    public void RunAll()
    {
        var rows = _grid.Length == 1 ? 1 : _grid[1];
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < _grid[0]; x++)
            {
                RunThread(x, y);
            }
        }
    }

    /// <summary>Carries out one thread.</summary>
    public void RunThread(int x, int y)
    {
        _module.Registers.CopyTo(_registers, 0);
        Set("%ctaid.x", x / GroupSize);
        Set("%tid.x", x % GroupSize);
        Set("%ntid.x", GroupSize);
        Set("%ctaid.y", y);
        Set("%ntid.y", 1);
        Step();
    }

    private void Set(string register, int value)
    {
        if (_module.Special(register) is >= 0 and var slot)
        {
            _registers[slot] = (uint)value;
        }
    }

    private void Step()
    {
        var r = _registers;
        long steps = 0;
        for (var at = 0; ;)
        {
            var i = _code[at];
            Counts[at]++;
            if (++steps > MostSteps)
            {
                throw new PtxFault($"A thread did not end within {MostSteps} instructions; it is at {i.Text}");
            }

            if (i.Predicate >= 0 && (r[i.Predicate] != 0) == i.Negated)
            {
                at++;
                continue;
            }

            switch (i.Kind)
            {
                case PtxKind.Arithmetic:
                    r[i.Values[0]] = i.Function(r[i.A], r[i.B], r[i.C]);
                    at++;
                    break;
                case PtxKind.Load:
                    Load(i, at);
                    at++;
                    break;
                case PtxKind.Store:
                    Store(i, at);
                    at++;
                    break;
                case PtxKind.Parameter:
                    for (var v = 0; v < i.Values.Length; v++)
                    {
                        r[i.Values[v]] = Read(ref _bytes[i.Offset + (v * i.Bytes)], i.Bytes);
                    }

                    at++;
                    break;
                case PtxKind.Branch:
                    at = i.Targets[0];
                    break;
                case PtxKind.Table:
                    at = i.Targets[(int)r[i.A]];
                    break;
                default:
                    return;
            }
        }
    }

    private unsafe void Load(PtxInstruction i, int at)
    {
        var address = (long)_registers[i.A] + i.Offset;
        Check(i, at, address);
        for (var v = 0; v < i.Values.Length; v++)
        {
            _registers[i.Values[v]] = Read(ref *((byte*)address + (v * i.Bytes)), i.Bytes);
        }
    }

    private unsafe void Store(PtxInstruction i, int at)
    {
        var address = (long)_registers[i.A] + i.Offset;
        Check(i, at, address);
        for (var v = 0; v < i.Values.Length; v++)
        {
            var value = _registers[i.Values[v]];
            Unsafe.CopyBlockUnaligned((byte*)address + (v * i.Bytes), &value, (uint)i.Bytes);
        }
    }

    private static unsafe ulong Read(ref byte from, int bytes)
    {
        ulong value = 0;
        fixed (byte* source = &from)
        {
            Unsafe.CopyBlockUnaligned(&value, source, (uint)bytes);
        }

        return value;
    }

    private void Check(PtxInstruction i, int at, long address)
    {
        var bytes = i.Bytes * i.Values.Length;
        for (var v = 0; v < _views.Length; v++)
        {
            if (address >= _views[v].Address && address + bytes <= _views[v].Address + _views[v].Bytes)
            {
                OnAccess?.Invoke(at, v, address - _views[v].Address, bytes, i.Kind == PtxKind.Store);
                return;
            }
        }

        var nearest = _views.MinBy(v => Math.Abs(address - v.Address));
        throw new PtxFault(string.Create(CultureInfo.InvariantCulture, $"A thread touched memory that is in none of its views: {i.Text} at {address - nearest.Address} of {nearest.Bytes} bytes of {nearest.Name}."));
    }
}

/// <summary>An access to memory.</summary>
/// <param name="instruction">By which instruction.</param>
/// <param name="view">Of which view.</param>
/// <param name="offset">Bytes from its start.</param>
/// <param name="bytes">How many.</param>
/// <param name="stores">Whether it is written.</param>
internal delegate void PtxAccess(int instruction, int view, long offset, int bytes, bool stores);
