using ILGPU;

namespace Gpu.Kernels.Video;

/// <summary>A picture's planes on a device, and where a frame's samples lie in them.</summary>
internal readonly struct SampledLayer
{
    /// <summary>Y, then Cb, then Cr.</summary>
    public readonly ArrayView<byte> Planes;

    /// <summary>Luma columns of the picture.</summary>
    public readonly int Width;

    /// <summary>Luma rows of the picture.</summary>
    public readonly int Height;

    /// <summary>Columns of luma samples.</summary>
    public readonly SampleAxis LumaX;

    /// <summary>Columns of chroma samples.</summary>
    public readonly SampleAxis ChromaX;

    /// <summary>Rows of luma samples.</summary>
    public readonly SampleAxis LumaY;

    /// <summary>Rows of chroma samples.</summary>
    public readonly SampleAxis ChromaY;

    /// <summary>How samples are made.</summary>
    public readonly LayerSampling Sampling;

    /// <summary>Where the picture is turned: 1, and what a row adds to the column and a column to the row.</summary>
    public readonly int Turned;

    /// <summary>What a row of the frame adds to the column in the picture.</summary>
    public readonly long TurnX;

    /// <summary>What a column of the frame adds to the row in the picture.</summary>
    public readonly long TurnY;

    /// <summary>What a sample takes across.</summary>
    public readonly Footprint Across;

    /// <summary>What a sample takes down.</summary>
    public readonly Footprint Down;

    /// <summary>Where the picture ends across, if something lies under it.</summary>
    public readonly EdgeCover EdgeX;

    /// <summary>Where it ends down.</summary>
    public readonly EdgeCover EdgeY;

    /// <summary>Lays a box of a picture over a frame, sampled bilinearly.</summary>
    public SampledLayer(ArrayView<byte> planes, int width, int height, SampleBox box, int frameWidth, int frameHeight)
        : this(planes, width, height, box, 0, FrameSampling.Bilinear, frameWidth, frameHeight) => Sampling = LayerSampling.Linear;

    /// <summary>Lays a box of a picture over a frame.</summary>
    /// <param name="planes">The picture.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="height">Its rows.</param>
    /// <param name="box">The part that fills the frame before it is turned.</param>
    /// <param name="degrees">Turns the picture clockwise about the middle of the frame.</param>
    /// <param name="sampling">How it is sampled where it is not made smaller.</param>
    /// <param name="frameWidth">Columns of the frame.</param>
    /// <param name="frameHeight">Rows of the frame.</param>
    public SampledLayer(ArrayView<byte> planes, int width, int height, SampleBox box, double degrees, FrameSampling sampling, int frameWidth, int frameHeight)
    {
        Planes = planes;
        Width = width;
        Height = height;
        double across = box.Width / frameWidth, down = box.Height / frameHeight;
        if (degrees == 0)
        {
            LumaX = SampleAxis.Centred(box.X, across);
            LumaY = SampleAxis.Centred(box.Y, down);
            ChromaX = SampleAxis.CoSited(box.X, across);
            ChromaY = SampleAxis.Centred(box.Y / 2, down);
        }
        else
        {
            // The frame's offset from its middle, as long as in the picture, turned the other way: pixel X, Y lies at
            // X + .5, Y + .5 of the frame; chroma x, y at 2x + .5, 2y + 1, and halved as the axes do it.
            var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
            double middleX = box.X + (box.Width / 2) - 0.5, middleY = box.Y + (box.Height / 2) - 0.5;
            double left = (0.5 - (frameWidth / 2.0)) * across, top = (0.5 - (frameHeight / 2.0)) * down, topOfChroma = top + (0.5 * down);
            Turned = 1;
            LumaX = new SampleAxis(middleX + (cos * left) + (sin * top), cos * across);
            LumaY = new SampleAxis(middleY - (sin * left) + (cos * top), cos * down);
            ChromaX = new SampleAxis((middleX + (cos * left) + (sin * topOfChroma)) / 2, cos * across);
            ChromaY = new SampleAxis((middleY - (sin * left) + (cos * topOfChroma) - 0.5) / 2, cos * down);
            TurnX = SampleAxis.Fixed(sin * down);
            TurnY = SampleAxis.Fixed(-sin * across);

            // Source pixels under a frame pixel along each axis of the picture.
            (across, down) = (Math.Sqrt((cos * cos * across * across) + (sin * sin * down * down)), Math.Sqrt((sin * sin * across * across) + (cos * cos * down * down)));
        }

        Sampling = Footprint.Widens(across) || Footprint.Widens(down) ? LayerSampling.Wide : sampling == FrameSampling.Bicubic ? LayerSampling.Cubic : LayerSampling.Linear;
        Across = new Footprint(across);
        Down = new Footprint(down);
        EdgeX = new EdgeCover(across);
        EdgeY = new EdgeCover(down);
    }

    /// <summary>Whether rows of the frame are rows of the picture, of two neighbours each: what <see cref="FrameComposition"/> can do.</summary>
    public bool Plain => Turned == 0 && Sampling == LayerSampling.Linear;

    /// <summary>The luma level of a frame's pixel, in units of 1/128 around 128, where the layer is <see cref="Plain"/>.</summary>
    public int Luma(int x, int y) => PlaneSampling.Linear(new ViewSamples(Planes), 0, Width, Height, LumaX.At(x), LumaY.At(y));

    /// <summary>The Cb level of a frame's chroma sample, likewise.</summary>
    public int Cb(int x, int y) => PlaneSampling.Linear(new ViewSamples(Planes), Width * Height, Width >> 1, Height >> 1, ChromaX.At(x), ChromaY.At(y));

    /// <summary>The Cr level of a frame's chroma sample, likewise.</summary>
    public int Cr(int x, int y) =>
        PlaneSampling.Linear(new ViewSamples(Planes), (Width * Height) + ((Width >> 1) * (Height >> 1)), Width >> 1, Height >> 1, ChromaX.At(x), ChromaY.At(y));

    /// <summary>The level of a sample of a plane: 0 Y, 1 Cb, 2 Cr.</summary>
    public int Level<TSamples>(TSamples samples, int plane, int x, int y)
        where TSamples : struct, ISamples
    {
        int width = Columns(plane), height = Rows(plane), start = Start(plane);
        long atX = X(plane, x, y), atY = Y(plane, x, y);
        return Sampling == LayerSampling.Wide ? PlaneSampling.Wide(samples, start, width, height, atX, atY, Across, Down)
            : Sampling == LayerSampling.Cubic ? PlaneSampling.Cubic(samples, start, width, height, atX, atY)
            : PlaneSampling.Linear(samples, start, width, height, atX, atY);
    }

    /// <summary>The same of two neighbours on each axis, however the layer is sampled.</summary>
    public int Linear<TSamples>(TSamples samples, int plane, int x, int y)
        where TSamples : struct, ISamples =>
        PlaneSampling.Linear(samples, Start(plane), Columns(plane), Rows(plane), X(plane, x, y), Y(plane, x, y));

    /// <summary>How much of a sample the picture covers, in units of 1/<see cref="FrameArithmetic.Unit"/>.</summary>
    public int Cover(int plane, int x, int y) => FrameArithmetic.Scale(
        EdgeX.Share(X(plane, x, y), Columns(plane), RimX(plane)), EdgeY.Share(Y(plane, x, y), Rows(plane), RimY));

    /// <summary>From an outer sample's centre to the picture's edge down, for <see cref="EdgeCover"/>.</summary>
    public const int RimY = 32768;

    /// <summary>The same across.</summary>
    public static int RimX(int plane) => plane == 0 ? 32768 : 16384;

    /// <summary>Columns of a plane.</summary>
    public int Columns(int plane) => plane == 0 ? Width : Width >> 1;

    /// <summary>Rows of a plane.</summary>
    public int Rows(int plane) => plane == 0 ? Height : Height >> 1;

    /// <summary>The first byte of a plane.</summary>
    public int Start(int plane) => plane == 0 ? 0 : (Width * Height) + ((plane - 1) * (Width >> 1) * (Height >> 1));

    /// <summary>The column of a sample in its plane.</summary>
    public long X(int plane, int x, int y) => (plane == 0 ? LumaX.Start : ChromaX.Start) + (LumaX.Step * x) + (TurnX * y);

    /// <summary>The row of a sample in its plane.</summary>
    public long Y(int plane, int x, int y) => (plane == 0 ? LumaY.Start : ChromaY.Start) + (LumaY.Step * y) + (TurnY * x);
}

/// <summary>How a layer's samples are made.</summary>
internal enum LayerSampling
{
    /// <summary>Of two neighbours on each axis.</summary>
    Linear,

    /// <summary>Of four.</summary>
    Cubic,

    /// <summary>Of as many as a <see cref="Footprint"/> covers.</summary>
    Wide,
}
