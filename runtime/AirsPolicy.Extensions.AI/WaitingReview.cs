using System.Text;

namespace AirsPolicy.Extensions.AI;

/// <summary>A decision that judges are to look at afterwards.</summary>
/// <param name="Point">The decision point.</param>
/// <param name="Facts">The facts that were decided on.</param>
/// <param name="Id">Under what it is kept until the judges have answered.</param>
/// <param name="WentOn">The content went on, so that it can be taken back.</param>
internal sealed record WaitingReview(string Point, ReadOnlyMemory<byte> Facts, string Id, bool WentOn)
{
    // No name of a point holds them.
    private const byte WentOnMark = 0, NotOn = 1;

    /// <summary>Reads what <see cref="Write"/> has written.</summary>
    public static WaitingReview Read(string id, byte[] kept)
    {
        var end = kept.AsSpan().IndexOfAny(NotOn, WentOnMark);
        return end < 0
            ? throw new InvalidDataException("A question to judges cannot be read back from the store.")
            : new WaitingReview(Encoding.UTF8.GetString(kept, 0, end), kept.AsMemory(end + 1), id, kept[end] == WentOnMark);
    }

    /// <summary>It as the store of the host keeps it: the point, whether it went on, and the facts.</summary>
    public byte[] Write() => [.. Encoding.UTF8.GetBytes(Point), WentOn ? WentOnMark : NotOn, .. Facts.Span];
}
