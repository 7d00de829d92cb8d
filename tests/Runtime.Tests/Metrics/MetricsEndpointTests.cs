using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Metrics;
using Gpu.Runtime.Optimizers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gpu.Runtime.Tests.Metrics;

public class MetricsEndpointTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_metrics_health_and_status()
    {
        await using var metrics = MetricsOn.Start();
        using var client = new HttpClient { BaseAddress = metrics.Endpoint!.Address };
        using var text = await client.GetAsync("metrics", Token);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", text.Content.Headers.ContentType?.ToString());
        Assert.True(Scraped.Parse(await text.Content.ReadAsStringAsync(Token))["optimization_memory_bytes"] > 10e6);

        Assert.Equal("{\"live\":true}", await client.GetStringAsync("health/live", Token));
        using var unready = await client.GetAsync("health/ready", Token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, unready.StatusCode);
        metrics.Devices = () => [new DeviceInfo { Id = "cpu", Name = "Some \"processor\"", Kind = DeviceKind.Cpu, MemoryBytes = 5, Cores = 2, Driver = "none", InUse = true }];
        metrics.Parts = () => [new OptimizerReport("kernels", OptimizerState.Ready, default, null, new Dictionary<string, string>())];
        using var ready = await client.GetAsync("health/ready", Token);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal("{\"ready\":true,\"parts\":{\"kernels\":\"Ready\"}}", await ready.Content.ReadAsStringAsync(Token));

        using var status = JsonDocument.Parse(await client.GetStringAsync("status", Token));
        Assert.Equal(Environment.ProcessId, status.RootElement.GetProperty("processId").GetInt32());
        Assert.Equal("in_use", status.RootElement.GetProperty("devices")[0].GetProperty("state").GetString());
        Assert.Equal(1, (await Scraped.OfAsync(metrics.Endpoint.Address))["gpu_device_info{device=\"cpu\",name=\"Some \\\"processor\\\"\",kind=\"cpu\"}"]);
    }

    [Fact]
    public async Task It_speaks_OpenMetrics_to_those_who_ask_for_it()
    {
        await using var metrics = MetricsOn.Start();
        using var client = new HttpClient { BaseAddress = metrics.Endpoint!.Address };
        client.DefaultRequestHeaders.Add("Accept", "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5");
        using var answer = await client.GetAsync("metrics", Token);
        Assert.Equal("application/openmetrics-text", answer.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith("# EOF\n", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/", HttpStatusCode.NotFound)]
    [InlineData("GET", "/metrics/x", HttpStatusCode.NotFound)]
    [InlineData("POST", "/metrics", HttpStatusCode.MethodNotAllowed)]
    [InlineData("HEAD", "/metrics", HttpStatusCode.OK)]
    public async Task It_answers_nothing_else(string method, string path, HttpStatusCode expected)
    {
        await using var metrics = MetricsOn.Start();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(metrics.Endpoint!.Address, path));
        using var answer = await client.SendAsync(request, Token);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_that_points_its_own_name_here_gets_nothing()
    {
        await using var metrics = MetricsOn.Start();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(metrics.Endpoint!.Address, "metrics"));
        request.Headers.Host = $"evil.example:{metrics.Endpoint.Address.Port}";
        using var answer = await client.SendAsync(request, Token);
        Assert.False(answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Where_the_port_is_taken_by_another_program_or_another_runtime_the_next_is_used()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using var first = new RuntimeMetrics(TimeProvider.System, NullLogger.Instance);
        first.Start("127.0.0.1", port);
        await using var second = new RuntimeMetrics(TimeProvider.System, NullLogger.Instance);
        second.Start("127.0.0.1", port);
        Assert.True(first.Endpoint!.Address.Port > port);
        Assert.True(second.Endpoint!.Address.Port > first.Endpoint.Address.Port);
        Assert.NotEmpty((await Scraped.OfAsync(second.Endpoint.Address)).Values);
    }

    [Fact]
    public async Task An_address_that_is_not_this_machine_s_is_named()
    {
        await using var metrics = new RuntimeMetrics(TimeProvider.System, NullLogger.Instance);
        var error = Assert.Throws<OptimizationError>(() => metrics.Start("192.0.2.1", MetricsOn.Port()));
        Assert.Contains("192.0.2.1", error.Message, StringComparison.Ordinal);
        Assert.Contains("metrics_address", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_ask_at_once_and_some_never_finish_asking()
    {
        await using var metrics = MetricsOn.Start();
        var endpoint = metrics.Endpoint!.Address;
        using var silent = new TcpClient();
        await silent.ConnectAsync(IPAddress.Loopback, endpoint.Port, Token);
        await silent.GetStream().WriteAsync("GET /metrics HTTP/1.1\r\nHost: local"u8.ToArray(), Token);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Scraped.OfAsync(endpoint)));
        Assert.All(answers, a => Assert.NotEmpty(a.Values));
    }

    [Fact]
    public async Task When_it_is_closed_the_port_is_free_and_closing_twice_is_fine()
    {
        var metrics = MetricsOn.Start();
        var port = metrics.Endpoint!.Address.Port;
        await metrics.DisposeAsync();
        await metrics.DisposeAsync();
        await using var next = new RuntimeMetrics(TimeProvider.System, NullLogger.Instance);
        next.Start("127.0.0.1", port);
        Assert.Equal(port, next.Endpoint!.Address.Port);
    }
}
