namespace Gpu.Benchmarks.Ptx;

/// <summary>One instruction. Registers and constants are slots of a thread's state.</summary>
/// <param name="Text">As it stands in the module, for messages.</param>
/// <param name="Name">With its types: <c>add.s32</c>.</param>
/// <param name="Kind">How it is carried out.</param>
internal sealed record PtxInstruction(string Text, string Name, PtxKind Kind)
{
    /// <summary>The slot of the predicate under which it is carried out; negative for always.</summary>
    public int Predicate { get; init; } = -1;

    /// <summary>Whether it is carried out where the predicate is false.</summary>
    public bool Negated { get; init; }

    /// <summary>Slots written, one but for vector loads; for a store, the slots of the values.</summary>
    public int[] Values { get; init; } = [];

    /// <summary>Slots read.</summary>
    public int A { get; init; }

    /// <summary>See <see cref="A"/>.</summary>
    public int B { get; init; }

    /// <summary>See <see cref="A"/>.</summary>
    public int C { get; init; }

    /// <summary>Of memory: what is added to the address in <see cref="A"/>.</summary>
    public long Offset { get; init; }

    /// <summary>Of memory: bytes of one value.</summary>
    public int Bytes { get; init; }

    /// <summary>Of branches: the instructions branched to; more than one where a table is.</summary>
    public int[] Targets { get; init; } = [];

    /// <summary>Of arithmetic: the function.</summary>
    public Func<ulong, ulong, ulong, ulong> Function { get; init; } = static (_, _, _) => 0;

    /// <summary>Whether it is an integer division or remainder by what is not known when it is compiled: others become products.</summary>
    public bool Divides => IsDivision && !char.IsAsciiDigit(Divisor[0]);

    /// <summary>
    /// Issue slots that it takes of a multiprocessor, about. Moves, jumps and parameters vanish in the driver's registers
    /// and constants. Divisions: "up to 20 instructions" (CUDA C++ Programming Guide, arithmetic instructions), and those
    /// of 64 bits three to four times as many; 64-bit integers are made of 32-bit ones.
    /// </summary>
    public int Cost => Kind switch
    {
        PtxKind.Parameter => 0,
        PtxKind.Branch => Predicate < 0 ? 0 : 1,
        PtxKind.Arithmetic when Name.StartsWith("mov.", StringComparison.Ordinal) => 0,
        PtxKind.Arithmetic when IsDivision => !Divides ? 5 : Wide ? 70 : 20,
        PtxKind.Arithmetic when Wide && (Name.StartsWith("mul.lo", StringComparison.Ordinal) || Name.StartsWith("mad.lo", StringComparison.Ordinal)) => 3,
        PtxKind.Arithmetic when Wide && !Name.StartsWith("cvt.", StringComparison.Ordinal) => 2,
        _ => 1,
    };

    private bool IsDivision => Kind == PtxKind.Arithmetic && (Name.StartsWith("div.", StringComparison.Ordinal) || Name.StartsWith("rem.", StringComparison.Ordinal));

    private string Divisor => Text[(Text.LastIndexOf(',') + 1)..].Trim();

    private bool Wide => Name.EndsWith("64", StringComparison.Ordinal);
}

/// <summary>How an instruction is carried out.</summary>
internal enum PtxKind
{
    /// <summary>A function of registers.</summary>
    Arithmetic,

    /// <summary>Reads a kernel parameter.</summary>
    Parameter,

    /// <summary>Reads memory.</summary>
    Load,

    /// <summary>Writes memory.</summary>
    Store,

    /// <summary>Goes elsewhere.</summary>
    Branch,

    /// <summary>Goes elsewhere by a table.</summary>
    Table,

    /// <summary>Ends the thread.</summary>
    Return,
}
