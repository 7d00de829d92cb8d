using System.Net;
using System.Net.Sockets;
using System.Text;
using Gpu.Runtime;
using Gpu.Workflow.Sound;
using Gpu.Workflow.Sound.Voices;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Tests.Sound;

public class VoiceTests
{
    private const string Text = "You can smell the apricot when you open the bag.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Espeak_tells_when_each_word_and_sound_begins()
    {
        var speech = await new EspeakVoice().SpeakAsync(Text, "en", 160, Token);

        Assert.InRange(speech.Sound.Seconds, 2, 5);
        Assert.Equal(Text.Split(' ').Select(w => w.TrimEnd('.')), speech.Words.Select(w => Text.Substring(w.Position, w.Length).TrimEnd('.')));
        Assert.Equal(speech.Words.OrderBy(w => w.Start), speech.Words);
        Assert.True(speech.Phonemes.Count > 25);
        Assert.Contains(speech.Phonemes, p => p.Symbol == "m");
        Assert.All(speech.Phonemes, p => Assert.InRange(p.Start, 0, speech.Sound.Seconds + 0.2));
    }

    [Fact]
    public async Task Espeak_says_the_same_the_same_way_also_from_many_callers_at_once()
    {
        var one = await new EspeakVoice().SpeakAsync(Text, "en", 160, Token);
        var many = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => new EspeakVoice().SpeakAsync(Text, "en", 160, Token)));

        Assert.All(many, m => Assert.Equal(one.Sound.Samples.ToArray(), m.Sound.Samples.ToArray()));
        Assert.All(many, m => Assert.Equal(one.Words, m.Words));
    }

    [Theory]
    [InlineData("de-DE", "Frühstück am See – für alle, die früh aufstehen.")]
    [InlineData("en-GB", "The coffee worth getting up for.")]
    [InlineData("en-GB-x-rp", "The coffee worth getting up for.")]
    [InlineData("fr", "Le café qui vaut la peine de se lever.")]
    [InlineData("ar", "قهوة تستحق الاستيقاظ من أجلها")]
    [InlineData("", "Words of no known language \U0001F600 and a smile.")]
    public async Task Espeak_speaks_other_languages_and_finds_the_words(string language, string text)
    {
        var voice = new EspeakVoice();
        Assert.True(await voice.SpeaksAsync(language, Token));

        var speech = await voice.SpeakAsync(text, language, 160, Token);

        Assert.NotEmpty(speech.Words);
        Assert.All(speech.Words, w => Assert.False(string.IsNullOrWhiteSpace(text.Substring(w.Position, w.Length))));
    }

    [Fact]
    public async Task Every_language_that_it_has_a_voice_for_can_be_spoken()
    {
        var languages = (await EspeakSession.LanguagesAsync(Token)).Where(static l => l != "ja").ToArray();
        Assert.Contains("en-gb", languages);

        foreach (var language in languages)
        {
            Assert.True((await new EspeakVoice(language == "en-gb" ? "f2" : "").SpeakAsync("1", language, 300, Token)).Sound.Seconds > 0, language);
        }
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("xx-YY")]
    public async Task Languages_that_it_cannot_read_are_not_spoken(string language) => Assert.False(await new EspeakVoice().SpeaksAsync(language, Token));

    [Fact]
    public async Task Faster_is_shorter_and_a_variant_sounds_otherwise()
    {
        var slow = await new EspeakVoice().SpeakAsync(Text, "en", 120, Token);
        var fast = await new EspeakVoice().SpeakAsync(Text, "en", 220, Token);
        var other = await new EspeakVoice("f2").SpeakAsync(Text, "en", 120, Token);

        Assert.True(fast.Sound.Seconds < slow.Sound.Seconds * 0.75);
        Assert.NotEqual(slow.Sound.Samples.ToArray(), other.Sound.Samples.ToArray());
    }

    [Fact]
    public async Task A_command_speaks_without_a_shell()
    {
        var voice = new CommandVoice(["espeak-ng", "--stdin", "--stdout", "-v", "{language}", "-s", "{rate}"], TimeSpan.FromSeconds(30), TimeProvider.System);

        var speech = await voice.SpeakAsync("Hello $(touch never), friends; all.", "en", 160, Token);

        Assert.InRange(speech.Sound.Seconds, 1, 6);
        Assert.False(File.Exists("never"));
    }

    [Fact]
    public async Task A_command_that_fails_says_why()
    {
        var failing = new CommandVoice(["ffmpeg", "-nosuchoption"], TimeSpan.FromSeconds(30), TimeProvider.System);
        var absent = new CommandVoice(["no-such-voice"], TimeSpan.FromSeconds(30), TimeProvider.System);
        var silent = new CommandVoice(["true"], TimeSpan.FromSeconds(30), TimeProvider.System);

        Assert.Contains("nosuchoption", (await Assert.ThrowsAsync<VoiceError>(() => failing.SpeakAsync(Text, "en", 160, Token))).Message, StringComparison.Ordinal);
        Assert.Contains("no-such-voice", (await Assert.ThrowsAsync<LibraryNotAvailableError>(() => absent.SpeakAsync(Text, "en", 160, Token))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<OptimizationError>(() => silent.SpeakAsync(Text, "en", 160, Token));
    }

    [Fact]
    public async Task A_command_that_hangs_is_ended()
    {
        var hanging = new CommandVoice(["sleep", "600"], TimeSpan.FromMilliseconds(200), TimeProvider.System);

        var error = await Assert.ThrowsAsync<VoiceError>(() => hanging.SpeakAsync(Text, "en", 160, Token));

        Assert.Contains("0.2 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_speaks()
    {
        var wave = await Encoding.Tool.RunAsync("espeak-ng", "--stdout", "Hello friends");
        await using var server = new OneAnswer("200 OK", wave);

        var speech = await new HttpVoice(server.Url, TimeSpan.FromSeconds(30), TimeProvider.System).SpeakAsync(Text, "en", 150, Token);

        Assert.InRange(speech.Sound.Seconds, 0.5, 3);
        Assert.Contains("\"text\":\"You can smell", await server.Request, StringComparison.Ordinal);
        Assert.Contains("\"wordsPerMinute\":150", await server.Request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_fails_says_how_and_keeps_secrets()
    {
        await using var server = new OneAnswer("503 Busy", []);
        var voice = new HttpVoice(new Uri(server.Url, "/say?key=secret"), TimeSpan.FromSeconds(30), TimeProvider.System);

        var error = await Assert.ThrowsAsync<VoiceError>(() => voice.SpeakAsync(Text, "en", 150, Token));

        Assert.Contains("503", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_choose_voices_and_a_storyboard_cannot_bring_a_program()
    {
        var none = new VoiceSelector(new VoiceOptions(), TimeProvider.System);

        Assert.IsType<EspeakVoice>(none.Select("espeak-ng"));
        Assert.Equal("espeak-ng+f2", none.Select("espeak-ng+f2").Name);
        Assert.Throws<ConfigurationError>(() => none.Select("command"));
        Assert.Throws<ConfigurationError>(() => none.Select("http"));
        Assert.Throws<ConfigurationError>(() => none.Select("espeak-ng+../../x"));
        Assert.Throws<ConfigurationError>(() => none.Select("/bin/sh"));
    }

    [Fact]
    public async Task Lines_follow_each_other_and_what_has_no_time_is_told()
    {
        var selector = new VoiceSelector(new VoiceOptions(), TimeProvider.System);
        var narrator = new Narrator(selector, new VoicePlan(), "en");

        var told = await narrator.SpeakAsync([new(Text, 0.1), new(Text, 2), new(Text, 5.4), new(Text, 7.9)], 9, Token);

        Assert.Equal(3, told.Lines.Count);
        Assert.Single(told.Warnings);
        Assert.Contains("not said", told.Warnings[0], StringComparison.Ordinal);
        Assert.All(told.Lines.Zip(told.Lines.Skip(1)), p => Assert.True(p.First.Start + p.First.Duration < p.Second.Start));
        Assert.True(told.Lines[^1].Start + told.Lines[^1].Duration < 9);
        Assert.True(told.Lines[0].Duration < (await new EspeakVoice().SpeakAsync(Text, "en", 160, Token)).Sound.Seconds, "the first line had to hurry");
    }

    [Fact]
    public async Task A_language_without_a_voice_is_told_and_stays_silent()
    {
        var told = await new Narrator(new VoiceSelector(new VoiceOptions(), TimeProvider.System), new VoicePlan(), "ja").SpeakAsync([new("珈琲", 0)], 9, Token);

        Assert.Empty(told.Lines);
        Assert.Contains("\"ja\"", Assert.Single(told.Warnings), StringComparison.Ordinal);
    }

    /// <summary>An HTTP server that answers once.</summary>
    private sealed class OneAnswer : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public OneAnswer(string status, byte[] body)
        {
            _listener.Start();
            Url = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
            Request = AnswerAsync(status, body);
        }

        public Uri Url { get; }

        public Task<string> Request { get; }

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await ((Task)Request).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        private async Task<string> AnswerAsync(string status, byte[] body)
        {
            using var client = await _listener.AcceptTcpClientAsync(Token);
            await using var stream = client.GetStream();
            var (buffer, request) = (new byte[4096], new StringBuilder());
            while (!request.ToString().EndsWith('}'))
            {
                request.Append(System.Text.Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer, Token)));
            }

            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), Token);
            await stream.WriteAsync(body, Token);
            return request.ToString();
        }
    }
}
