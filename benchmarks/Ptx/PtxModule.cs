using System.Globalization;
using System.Text.RegularExpressions;

namespace Gpu.Benchmarks.Ptx;

/// <summary>A kernel's PTX, read: its parameters, its instructions, and the slots of a thread's registers.</summary>
internal sealed partial class PtxModule
{
    private readonly Dictionary<string, int> _slots = [];
    private readonly List<ulong> _constants = [];
    private readonly Dictionary<string, int> _labels = [];
    private readonly Dictionary<string, string[]> _tables = [];
    private readonly Dictionary<string, int> _parameters = [];

    private PtxModule(string ptx)
    {
        var lines = ptx.Split('\n').Select(l => l.Trim()).ToArray();
        foreach (var parameter in Parameters().Matches(ptx).Select(m => m.Groups))
        {
            _parameters.Add(parameter["name"].Value, ParameterLengths.Sum());
            ParameterLengths.Add(Aligned(parameter["bytes"].Success ? Number(parameter["bytes"].Value) : Number(parameter["bits"].Value) / 8));
        }

        ReadLabels(lines);
        Instructions = [.. lines.Where(IsInstruction).Select(Read)];
        Registers = [.. _constants];
    }

    /// <summary>Instructions in their order; branches name them by index.</summary>
    public IReadOnlyList<PtxInstruction> Instructions { get; }

    /// <summary>Bytes of each parameter in the memory that holds all, each begun at a multiple of 8.</summary>
    public List<int> ParameterLengths { get; } = [];

    /// <summary>The slots as a thread begins: constants have their values, registers 0.</summary>
    public ulong[] Registers { get; }

    /// <summary>Reads a module of one kernel.</summary>
    /// <exception cref="PtxFault">It holds what this does not know.</exception>
    public static PtxModule Parse(string ptx) => new(ptx);

    /// <summary>The slot of a special register such as <c>%tid.x</c>; negative where the kernel does not read it.</summary>
    public int Special(string register) => _slots.GetValueOrDefault(register, -1);

    private static bool IsInstruction(string line) => line.EndsWith(';') && !line.StartsWith('.') && !line.StartsWith("//", StringComparison.Ordinal);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static int Aligned(int bytes) => (bytes + 7) & ~7;

    private void ReadLabels(string[] lines)
    {
        var next = 0;
        var table = "";
        foreach (var line in lines)
        {
            if (line.StartsWith(".branchtargets", StringComparison.Ordinal))
            {
                _tables[table] = [.. line[".branchtargets".Length..].TrimEnd(';').Split(',').Select(l => l.Trim())];
            }
            else if (IsInstruction(line))
            {
                next++;
            }
            else if (line.EndsWith(':'))
            {
                table = line[..^1];
                _labels[table] = next;
            }
        }
    }

    private PtxInstruction Read(string line)
    {
        var parts = Instruction().Match(line.TrimEnd(';'));
        var name = parts.Groups["name"].Value;
        var operands = Operands().Matches(parts.Groups["operands"].Value).Select(m => m.Value).ToArray();
        var instruction = Body(line, name, operands);
        return parts.Groups["predicate"].Success
            ? instruction with { Predicate = Slot(parts.Groups["predicate"].Value), Negated = parts.Groups["not"].Success }
            : instruction;
    }

    private PtxInstruction Body(string line, string name, string[] operands)
    {
        if (name == "ret")
        {
            return new(line, name, PtxKind.Return);
        }

        if (name is "bra" or "bra.uni")
        {
            return new(line, name, PtxKind.Branch) { Targets = [_labels[operands[0]]] };
        }

        if (name == "brx.idx")
        {
            return new(line, name, PtxKind.Table) { A = Slot(operands[0]), Targets = [.. _tables[operands[1]].Select(l => _labels[l])] };
        }

        if (name.StartsWith("ld.", StringComparison.Ordinal) || name.StartsWith("st.", StringComparison.Ordinal))
        {
            return Memory(line, name, operands);
        }

        int At(int i) => i < operands.Length ? Slot(operands[i]) : 0;
        return new(line, name, PtxKind.Arithmetic) { Values = [Slot(operands[0])], A = At(1), B = At(2), C = At(3), Function = PtxArithmetic.Of(name) };
    }

    private PtxInstruction Memory(string line, string name, string[] operands)
    {
        var store = name[0] == 's';
        var address = Address().Match(operands[store ? 0 : 1]);
        var values = operands[store ? 1 : 0].Trim('{', '}').Split(',').Select(v => Slot(v.Trim())).ToArray();
        var offset = address.Groups["offset"].Success ? long.Parse(address.Groups["offset"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        var body = new PtxInstruction(line, name, store ? PtxKind.Store : PtxKind.Load) { Values = values, Bytes = Number(Width().Match(name).Value) / 8, Offset = offset };
        return name.Contains(".local", StringComparison.Ordinal) || name.Contains(".shared", StringComparison.Ordinal) ? throw new PtxFault($"Memory of a thread or a group is not known here: {line}")
            : name.Contains(".param", StringComparison.Ordinal) ? body with { Kind = PtxKind.Parameter, Offset = offset + _parameters[address.Groups["base"].Value] }
            : body with { A = Slot(address.Groups["base"].Value) };
    }

    private int Slot(string operand)
    {
        if (!_slots.TryGetValue(operand, out var slot))
        {
            slot = _constants.Count;
            _slots.Add(operand, slot);
            _constants.Add(operand[0] == '%' ? 0
                : operand.StartsWith("0f", StringComparison.OrdinalIgnoreCase) ? uint.Parse(operand.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                : operand[0] == '-' ? (ulong)long.Parse(operand, CultureInfo.InvariantCulture)
                : ulong.TryParse(operand, CultureInfo.InvariantCulture, out var value) ? value
                : throw new PtxFault($"The operand {operand} is not known here."));
        }

        return slot;
    }

    [GeneratedRegex(@"\.param\s+(?:\.align\s+\d+\s+)?\.[a-z](?<bits>\d+)\s+(?<name>\w+)(?:\[(?<bytes>\d+)\])?")]
    private static partial Regex Parameters();

    [GeneratedRegex(@"^(?:@(?<not>!)?(?<predicate>%\w+)\s+)?(?<name>\S+)\s*(?<operands>.*)$")]
    private static partial Regex Instruction();

    [GeneratedRegex(@"\{[^}]*\}|\[[^\]]*\]|[^,\s]+")]
    private static partial Regex Operands();

    [GeneratedRegex(@"^\[(?<base>[%\w.]+)(?:\+?(?<offset>-?\d+))?\]$")]
    private static partial Regex Address();

    [GeneratedRegex(@"\d+$")]
    private static partial Regex Width();
}
