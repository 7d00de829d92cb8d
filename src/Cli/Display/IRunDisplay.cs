using Gpu.Workflow.Jobs;

namespace Gpu.Cli.Display;

/// <summary>Shows how work gets on, on standard error.</summary>
internal interface IRunDisplay
{
    /// <summary>Shows the work while it runs.</summary>
    /// <param name="work">Gets a function that begins a page: its label, empty where there is only one, to what takes its progress.</param>
    Task<T> ShowAsync<T>(Func<Func<string, IProgress<WorkflowProgress>>, Task<T>> work);
}

/// <summary>Chooses a display.</summary>
internal static class RunDisplay
{
    public static IRunDisplay For(bool quiet, TimeProvider time) =>
        quiet ? new SilentDisplay() : Console.IsErrorRedirected ? new PlainDisplay(Console.Error, time) : new LiveDisplay(Terminal.Error, time);

    /// <summary>What is being done, for people.</summary>
    public static string Describe(WorkflowProgress progress) => (progress.Status, progress.Step) switch
    {
        (WorkflowStatus.Extracting, _) => "Reading the page",
        (WorkflowStatus.Suggesting, _) => "Choosing words and pictures",
        (_, "pictures") => "Loading pictures",
        (_, "storyboard") => "Planning the storyboard",
        (_, "frames") => "Rendering",
        _ => progress.Step,
    };

    private sealed class SilentDisplay : IRunDisplay
    {
        public Task<T> ShowAsync<T>(Func<Func<string, IProgress<WorkflowProgress>>, Task<T>> work) => work(static _ => new Nobody());

        private sealed class Nobody : IProgress<WorkflowProgress>
        {
            public void Report(WorkflowProgress value)
            {
            }
        }
    }
}
