using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace Gpu.Workflow.Sound.Voices;

/// <summary>A voice behind an address: text in, WAVE out.</summary>
internal sealed class HttpVoice(Uri url, TimeSpan timeout, TimeProvider time) : IVoice
{
    /// <summary>Its name in storyboards.</summary>
    public const string Kind = "http";

    /// <summary>The most bytes of one line: ten minutes of speech at 48,000 samples of 16 bits a second.</summary>
    public const int LargestSound = 60_000_000;

    private static readonly HttpClient Client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestSound,
    };

    /// <inheritdoc/>
    public string Name => Kind;

    /// <inheritdoc/>
    public Task<bool> SpeaksAsync(string language, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <inheritdoc/>
    public async Task<Speech> SpeakAsync(string text, string language, int wordsPerMinute, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var content = JsonContent.Create(new VoiceRequest(text, language, wordsPerMinute), VoiceJson.Default.VoiceRequest);
            // With its length, not in chunks: small servers know no other way.
            await content.LoadIntoBufferAsync(either.Token).ConfigureAwait(false);
            using var response = await Client.PostAsync(url, content, either.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw new VoiceError($"The voice at {Shown} answered {(int)response.StatusCode} ({response.ReasonPhrase}).");
            }

            var bytes = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            return new Speech(WaveFile.Read(bytes, $"The voice at {Shown}"), [], []);
        }
        catch (HttpRequestException e)
        {
            throw new VoiceError($"The voice at {Shown} cannot be used: {e.Message}", e);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new VoiceError($"The voice at {Shown} took more than {timeout.TotalSeconds} s for a line of {text.Length} characters.");
        }
    }

    // What stands before the host, and the query, may be secret.
    private string Shown => url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}

internal sealed record VoiceRequest(string Text, string Language, int WordsPerMinute);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(VoiceRequest))]
internal sealed partial class VoiceJson : JsonSerializerContext;
