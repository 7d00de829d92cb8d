using Gpu.Workflow.Rendering;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Jobs;

/// <summary>What a storyboard names, made whole: what is written beside an ad is rendered again from there as it stands.</summary>
internal static class StoryboardFiles
{
    /// <summary>A storyboard of which nothing depends on where it lies.</summary>
    /// <param name="board">A storyboard whose pictures, tables, music and presenter are addresses or paths from its own place.</param>
    /// <param name="place">The storyboard's own address, a file's.</param>
    /// <exception cref="StoryboardError">A picture is neither an address nor a path.</exception>
    public static Storyboard Whole(Storyboard board, Uri place) => board with
    {
        Shots = [.. board.Shots.Select((shot, i) => shot with { Picture = Picture(shot.Picture, place, $"$.shots[{i}].picture"), Grade = Table(shot.Grade, place) })],
        Overlays = [.. board.Overlays.Select((overlay, i) => overlay with { Picture = Picture(overlay.Picture, place, $"$.overlays[{i}].picture") })],
        Logo = board.Logo is { Picture: { } logo } placed ? placed with { Picture = Picture(logo, place, "$.logo.picture")! } : board.Logo,
        Grade = Table(board.Grade, place),
        Frame = board.Frame is { Lut: { } lut } frame ? frame with { Lut = ColourTables.PathOf(lut, place) } : board.Frame,
        Sound = board.Sound is { Music: { File: { } music } played } sound ? sound with { Music = played with { File = ColourTables.PathOf(music, place) } } : board.Sound,
        Avatar = board.Avatar is { Picture: { } face } avatar ? avatar with { Picture = ColourTables.PathOf(face, place) } : board.Avatar,
    };

    private static string? Picture(string? picture, Uri place, string path) => picture is null ? null : PictureAddress.Resolve(place, picture, path).AbsoluteUri;

    private static PictureGrade? Table(PictureGrade? grade, Uri place) => grade is { Lut: { } lut } ? grade with { Lut = ColourTables.PathOf(lut, place) } : grade;
}
