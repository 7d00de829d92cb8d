namespace Gpu.Workflow.Sound.Music;

/// <summary>The instruments of a pitch.</summary>
internal static class Instruments
{
    private static readonly Wavetable Pure = new(1);
    private static readonly Wavetable Soft = new(1, 0.35, 0.16, 0.06, 0.03);
    private static readonly Wavetable Bowed = new(1, 0.6, 0.42, 0.25, 0.18, 0.1, 0.06, 0.03);
    private static readonly Wavetable Hollow = new(1, 0.02, 0.22, 0.01, 0.07);
    private static readonly Wavetable Round = new(1, 0.4, 0.14, 0.05);
    private static readonly Wavetable Bright = new(1, 0.55, 0.4, 0.28, 0.2, 0.12, 0.08);

    private static readonly Dictionary<Instrument, ToneInstrument> Known = new()
    {
        [Instrument.Pad] = new(Soft, new(0.35, 1.5, 0.75, 0.9), 0.0028, 0.19),
        [Instrument.Strings] = new(Bowed, new(0.6, 2, 0.85, 1.1), 0.0036, 0.15),
        [Instrument.Keys] = new(Round, new(0.006, 0.9, 0.08, 0.5), 0.0006, 0.24) { Strike = Pure, StrikeRatio = 7, StrikeDecay = 0.03, StrikeGain = 0.3 },
        [Instrument.Mallet] = new(Pure, new(0.003, 0.22, 0, 0.35), 0, 0.3) { Strike = Pure, StrikeRatio = 3.93, StrikeDecay = 0.045, StrikeGain = 0.45 },
        [Instrument.Pluck] = new(Bright, new(0.003, 0.16, 0, 0.25), 0.0012, 0.2) { Strike = Bright, StrikeRatio = 2, StrikeDecay = 0.02, StrikeGain = 0.3 },
        [Instrument.Bell] = new(Hollow, new(0.004, 0.8, 0, 1.2), 0.0009, 0.17) { Strike = Pure, StrikeRatio = 2.76, StrikeDecay = 0.18, StrikeGain = 0.3 },
        [Instrument.Bass] = new(Round, new(0.012, 0.7, 0.45, 0.12), 0, 0.13),
    };

    /// <summary>The instrument; null for drums.</summary>
    public static ToneInstrument? Find(Instrument instrument) => Known.GetValueOrDefault(instrument);

    /// <summary>How much of it the room hears, beside the mood's own.</summary>
    public static double Send(Instrument instrument) => instrument switch
    {
        Instrument.Bass => 0.05,
        Instrument.Bell or Instrument.Strings => 1.3,
        _ => 1,
    };
}
