using System.Globalization;
using Gpu.Workflow.Jobs;

namespace Gpu.Cli.Display;

/// <summary>A line for each step, and one for the frames every two seconds: for logs and pipes.</summary>
internal sealed class PlainDisplay(TextWriter writer, TimeProvider time) : IRunDisplay
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    public Task<T> ShowAsync<T>(Func<Func<string, IProgress<WorkflowProgress>>, Task<T>> work) =>
        work(label => new Lines(writer, time, label.Length == 0 ? "" : label + ": "));

    private sealed class Lines(TextWriter writer, TimeProvider time, string label) : IProgress<WorkflowProgress>
    {
        private WorkflowProgress _last;
        private FrameRate? _rate;
        private long _written;

        public void Report(WorkflowProgress value)
        {
            if (value.Status != _last.Status || value.Step != _last.Step)
            {
                writer.WriteLine($"{label}{RunDisplay.Describe(value)}");
                _last = value;
            }

            if (value.TotalFrames == 0)
            {
                return;
            }

            if (_rate is null)
            {
                _rate = new FrameRate(time);
                _written = time.GetTimestamp();
            }

            if (value.Frames < value.TotalFrames && time.GetElapsedTime(_written) < Every)
            {
                return;
            }

            _written = time.GetTimestamp();
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{label}{value.Frames}/{value.TotalFrames} frames, {_rate.PerSecond(value.Frames):0.#} frames/s, {_rate.Left(value.Frames, value.TotalFrames):0} s left"));
        }
    }
}
