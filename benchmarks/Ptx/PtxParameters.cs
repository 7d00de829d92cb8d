using System.Reflection;
using System.Runtime.InteropServices;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Benchmarks.Ptx;

/// <summary>
/// A kernel's parameters as ILGPU passes them to a GPU: the grid's size, then the operation's fields in their order, each at a
/// multiple of its own size, a view as its address and its length. Views of the CPU accelerator have addresses of this process.
/// </summary>
internal sealed class PtxParameters
{
    private readonly List<byte> _bytes = [];
    private readonly List<PtxView> _views = [];

    private PtxParameters(int[] index, object operation)
    {
        foreach (var size in index)
        {
            Add(BitConverter.GetBytes(size));
        }

        Align(8);
        OperationStart = _bytes.Count;
        AddFields(operation);
    }

    /// <summary>All parameters; the operation's begin at <see cref="OperationStart"/>.</summary>
    public byte[] Bytes => [.. _bytes];

    /// <summary>Where the operation's fields begin.</summary>
    public int OperationStart { get; }

    /// <summary>The memory that the operation may touch.</summary>
    public IReadOnlyList<PtxView> Views => _views;

    /// <summary>The parameters of a launch.</summary>
    /// <param name="index">The grid's size: one number, or columns and rows.</param>
    /// <param name="operation">The operation, its views on the CPU accelerator.</param>
    public static PtxParameters Of(int[] index, object operation) => new(index, operation);

    private static int AlignmentOf(Type type) =>
        IsView(type) ? 8
        : type.IsPrimitive || type.IsEnum ? SizeOf(type)
        : Fields(type).Select(f => AlignmentOf(f.FieldType)).DefaultIfEmpty(1).Max();

    private static bool IsView(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ArrayView<>);

    // A bool is a byte on the device.
    private static int SizeOf(Type type) => type == typeof(bool) ? 1 : Marshal.SizeOf(type.IsEnum ? Enum.GetUnderlyingType(type) : type);

    private static IEnumerable<FieldInfo> Fields(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).OrderBy(f => f.MetadataToken);

    private static (long Address, long Length, int Element) Read<T>(ArrayView<T> view)
        where T : unmanaged => (view.IsValid && view.Length > 0 ? view.LoadEffectiveAddressAsPtr() : 0, view.Length, Marshal.SizeOf<T>());

    private void AddFields(object value)
    {
        Align(AlignmentOf(value.GetType()));
        foreach (var field in Fields(value.GetType()))
        {
            var item = field.GetValue(value)!;
            var type = field.FieldType;
            if (IsView(type))
            {
                var read = typeof(PtxParameters).GetMethod(nameof(Read), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type.GenericTypeArguments);
                var (address, length, element) = ((long, long, int))read.Invoke(null, [item])!;
                _views.Add(new PtxView(field.Name, address, length * element));
                Align(8);
                Add(BitConverter.GetBytes(address));
                Add(BitConverter.GetBytes(length));
            }
            else if (type.IsPrimitive || type.IsEnum)
            {
                Align(SizeOf(type));
                Add(Primitive(item));
            }
            else
            {
                AddFields(item);
            }
        }

        Align(AlignmentOf(value.GetType()));
    }

    private static byte[] Primitive(object value) => value switch
    {
        bool truth => [truth ? (byte)1 : (byte)0],
        byte small => [small],
        sbyte small => [(byte)small],
        short number => BitConverter.GetBytes(number),
        ushort number => BitConverter.GetBytes(number),
        int number => BitConverter.GetBytes(number),
        uint number => BitConverter.GetBytes(number),
        long number => BitConverter.GetBytes(number),
        ulong number => BitConverter.GetBytes(number),
        float number => BitConverter.GetBytes(number),
        Enum name => Primitive(Convert.ChangeType(name, Enum.GetUnderlyingType(name.GetType()), System.Globalization.CultureInfo.InvariantCulture)),
        _ => throw new PtxFault($"A parameter of {value.GetType()} is not known here."),
    };

    private void Add(byte[] bytes) => _bytes.AddRange(bytes);

    private void Align(int to)
    {
        while (_bytes.Count % to != 0)
        {
            _bytes.Add(0);
        }
    }
}

/// <summary>Memory that an operation may touch.</summary>
/// <param name="Name">The field's.</param>
/// <param name="Address">In this process.</param>
/// <param name="Bytes">Its length.</param>
internal readonly record struct PtxView(string Name, long Address, long Bytes);
