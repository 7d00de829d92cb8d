using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gpu.Workflow.Storyboards;

// Comments and trailing commas are let through: people edit these files by hand.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(CamelCaseEnumConverter<CaptionRole>), typeof(CamelCaseEnumConverter<ShotFit>), typeof(CamelCaseEnumConverter<CaptionMode>), typeof(CamelCaseEnumConverter<CaptionShape>), typeof(CamelCaseEnumConverter<MotionKind>), typeof(CamelCaseEnumConverter<MotionEase>), typeof(CamelCaseEnumConverter<AvatarCorner>)],
    WriteIndented = true,
    NewLine = "\n",
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(StoryboardFile))]
internal sealed partial class StoryboardJsonContext : JsonSerializerContext;
