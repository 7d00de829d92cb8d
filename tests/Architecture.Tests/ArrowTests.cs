using System.Xml.Linq;

namespace Gpu.Architecture.Tests;

/// <summary>The arrows of the design: Cli -> Workflow -> Runtime -> Kernels, and each layer's knowledge.</summary>
public class ArrowTests
{
    [Fact]
    public void Kernels_know_ilgpu_and_nothing_of_this_project() =>
        Assert.Empty(new AssemblyFile("Gpu.Kernels").ReferencesBeyond("System*", "Microsoft.Win32.*", "ILGPU", "ILGPU.Algorithms"));

    [Fact]
    public void Runtime_knows_kernels_and_no_video() =>
        Assert.Empty(new AssemblyFile("Gpu.Runtime").ReferencesBeyond("System*", "Microsoft.Win32.*", "Microsoft.Extensions.*", "Polly*", "StackExchange.Redis", "Prometheus.NetStandard", "ILGPU", "ILGPU.Algorithms", "Gpu.Kernels"));

    [Fact]
    public void Workflow_knows_no_ilgpu_type_and_no_command_line()
    {
        var workflow = new AssemblyFile("Gpu.Workflow");
        Assert.DoesNotContain(workflow.References, r => r.StartsWith("ILGPU", StringComparison.Ordinal));
        Assert.DoesNotContain(workflow.References, r => r == "gpu" || r.StartsWith("Spectre", StringComparison.Ordinal) || r == "System.CommandLine");
    }

    [Fact]
    public void The_command_line_is_a_thin_client_of_the_workflow() =>
        Assert.Empty(new AssemblyFile("gpu").ReferencesBeyond("System*", "Microsoft.Win32.*", "Microsoft.Extensions.*", "Spectre.Console*", "Gpu.Workflow", "Gpu.Runtime"));

    [Theory]
    [InlineData("Gpu.Kernels")]
    [InlineData("Gpu.Runtime")]
    [InlineData("Gpu.Workflow")]
    public void Libraries_do_not_write_to_the_console(string library) =>
        Assert.DoesNotContain("System.Console", new AssemblyFile(library).Types);

    [Fact]
    public void The_reader_sees_a_forbidden_reference_where_there_is_one()
    {
        // The kernels are what the rules forbid above: they use ILGPU, so every rule that reads references must see it.
        var kernels = new AssemblyFile("Gpu.Kernels");
        Assert.Equal(["ILGPU"], kernels.ReferencesBeyond("System*", "ILGPU.Algorithms").Intersect(["ILGPU"]));
        Assert.Contains("ILGPU.Runtime.Accelerator", kernels.Types);
        Assert.Contains("System.Console", new AssemblyFile(typeof(ArrowTests).Assembly.GetName().Name!).Types);
        Console.Out.Flush();
    }

    [Theory]
    [InlineData("Kernels")]
    [InlineData("Runtime", "Kernels")]
    [InlineData("Workflow", "Runtime")]
    [InlineData("Cli", "Workflow")]
    public void Projects_refer_to_the_layer_below_only(string project, params string[] below) =>
        Assert.Equal(below, ProjectReferences($"src/{project}/Gpu.{project}.csproj"));

    [Fact]
    public void Nothing_in_src_refers_to_tests_or_benchmarks() =>
        Assert.All(Repository.Projects.Where(static p => p.StartsWith("src/", StringComparison.Ordinal)), static p =>
            Assert.DoesNotContain("tests", string.Concat(ProjectReferences(p)), StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Every_project_is_part_of_the_solution()
    {
        var solution = Repository.Read("Gpu.sln").Replace('\\', '/');
        // Samples of hosting stand alone, as a user's project does.
        Assert.All(Repository.Projects.Where(static p => !p.StartsWith("samples/", StringComparison.Ordinal)), p => Assert.Contains(p, solution, StringComparison.Ordinal));
    }

    private static IEnumerable<string> ProjectReferences(string project) => XDocument.Parse(Repository.Read(project))
        .Descendants("ProjectReference")
        .Select(static r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))["Gpu.".Length..]);
}
