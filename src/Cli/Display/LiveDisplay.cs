using System.Globalization;
using Gpu.Workflow.Jobs;
using Spectre.Console;

namespace Gpu.Cli.Display;

/// <summary>A bar for each step, redrawn in place: for terminals.</summary>
internal sealed class LiveDisplay(IAnsiConsole console, TimeProvider time) : IRunDisplay
{
    public Task<T> ShowAsync<T>(Func<Func<string, IProgress<WorkflowProgress>>, Task<T>> work) =>
        console.Progress()
            .AutoClear(true)
            .HideCompleted(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
            .StartAsync(context => work(label => new Bars(context, time, label)));

    private sealed class Bars(ProgressContext context, TimeProvider time, string label) : IProgress<WorkflowProgress>
    {
        private WorkflowProgress _last;
        private ProgressTask? _task;
        private FrameRate? _rate;

        public void Report(WorkflowProgress value)
        {
            if (_task is null || value.Status != _last.Status || value.Step != _last.Step)
            {
                Finish();
                _last = value;
                _task = context.AddTask(Title(value), maxValue: 1);
                _task.IsIndeterminate = true;
            }

            if (value.TotalFrames > 0)
            {
                _rate ??= new FrameRate(time);
                _task.IsIndeterminate = false;
                _task.MaxValue = value.TotalFrames;
                _task.Value = value.Frames;
                _task.Description = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Title(value)} {value.Frames}/{value.TotalFrames}, {_rate.PerSecond(value.Frames):0} frames/s, {_rate.Left(value.Frames, value.TotalFrames):0} s left");
            }
        }

        private void Finish()
        {
            if (_task is not null)
            {
                _task.IsIndeterminate = false;
                _task.Value = _task.MaxValue;
                _task.StopTask();
            }
        }

        private string Title(WorkflowProgress value) =>
            Markup.Escape(label.Length == 0 ? RunDisplay.Describe(value) : $"{Terminal.Short(label, 40)}: {RunDisplay.Describe(value)}");
    }
}
