using Gpu.Kernels.Video;

namespace Gpu.Workflow.Avatars.Drawing;

/// <summary>A part of a presenter as it is laid over frames.</summary>
/// <param name="Picture">The part, as large as the whole presenter.</param>
/// <param name="Depth">How far it moves where the head moves by 1: what is nearer moves more, which looks like a turn.</param>
internal readonly record struct AvatarLayer(OverlayPicture Picture, float Depth);
