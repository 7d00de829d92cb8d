using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gpu.Runtime.Caching;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Suggestions;

namespace Gpu.Workflow.Jobs;

/// <summary>How results of stages become bytes.</summary>
internal static class StageCodecs
{
    /// <summary>Letters of all scripts as themselves: nothing of it goes into HTML.</summary>
    public static CacheJson Types { get; } = new(new JsonSerializerOptions(CacheJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static CacheCodec<PageContent> Content { get; } = Codec(Types.PageContent);

    public static CacheCodec<IReadOnlyList<Suggestion>> Suggestions { get; } = Codec(Types.IReadOnlyListSuggestion);

    public static CacheCodec<PictureSetData> Pictures { get; } = Codec(Types.PictureSetData);

    public static CacheCodec<Storyboard> Storyboard { get; } = new(
        static board => System.Text.Encoding.UTF8.GetBytes(StoryboardJson.Write(board)),
        static bytes => StoryboardJson.Read(System.Text.Encoding.UTF8.GetString(bytes.Span)));

    public static byte[] Bytes<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    private static CacheCodec<T> Codec<T>(JsonTypeInfo<T> type)
        where T : class => new(
            value => Bytes(value, type),
            bytes => JsonSerializer.Deserialize(bytes.Span, type) ?? throw new JsonException("It is null."));
}
