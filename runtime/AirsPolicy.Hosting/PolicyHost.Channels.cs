using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Bundles.Signing;

namespace AirsPolicy.Hosting;

/// <summary>Bundles by channels, and what became of them.</summary>
public sealed partial class PolicyHost
{
    private readonly Lock _following = new();
    private volatile HostStatus _status = new(null, null, null, null, null, null);

    /// <summary>By which bundle the host decides since when, and why the last one was refused, if it was.</summary>
    public HostStatus Status() => _status;

    /// <summary>
    /// Takes the bundle that a channel points to. The pointer has to be signed as a bundle has
    /// (<see cref="PolicyHostOptions.TrustedKeys"/>); it must not have expired, and its version never falls. What is
    /// refused changes nothing: the last good bundle goes on deciding.
    /// </summary>
    /// <param name="channel">The name of the channel.</param>
    /// <param name="pointer">The signed pointer, as <c>airs channel</c> writes it.</param>
    /// <param name="bundle">The bundle that it points to.</param>
    public ActivationResult Follow(string channel, ReadOnlyMemory<byte> pointer, ReadOnlyMemory<byte> bundle)
    {
        return InTurn(channel, () =>
        {
            var target = Next(channel, pointer);
            var digest = Bundle.Read(bundle, _options.TrustedKeys).Digest;
            if (digest != target.Digest)
                throw new InvalidDataException($"The bundle has the digest {digest}, and channel '{channel}' points to {target.Digest}.");
            return digest == Digest ? Stays(digest) : Load(bundle);
        })!;
    }

    /// <summary>Follows a channel that points to the bundle that decides; null where it points to another one.</summary>
    internal ActivationResult? Stay(string channel, ReadOnlyMemory<byte> pointer) => InTurn(
        channel,
        () => Next(channel, pointer).Digest is var digest && digest == Digest ? Stays(digest) : null);

    /// <summary>Takes a bundle, unless it decides already.</summary>
    internal ActivationResult Renew(ReadOnlyMemory<byte> bundle)
    {
        try
        {
            if (Bundle.Read(bundle, _options.TrustedKeys).Digest is var digest && digest == Digest)
                return Stays(digest);
        }
        catch (InvalidDataException refusal)
        {
            return Refused(refusal.Message);
        }
        return Load(bundle);
    }

    /// <summary>A bundle is refused, for a reason in one sentence.</summary>
    internal ActivationResult Refused(string reason)
    {
        lock (_activation)
            _status = _status with { Refused = reason, RefusedAt = _clock.Now() };
        Record(EvidenceKind.Refusal, null, [("message", reason)]);
        return new ActivationResult(false, null, reason);
    }

    // One at a time, so that no older bundle overtakes a later one.
    private ActivationResult? InTurn(string channel, Func<ActivationResult?> follow)
    {
        lock (_following)
        {
            try
            {
                return follow();
            }
            catch (InvalidDataException refusal)
            {
                return Refused(refusal.Message);
            }
            // A store that fails must not let an older bundle in.
            catch (Exception fault)
            {
                return Refused($"How far channel '{channel}' has been seen to be cannot be asked or kept: {fault.Message.TrimEnd('.')}.");
            }
        }
    }

    // What has been seen is kept before the bundle is looked at: from then on no older one is right, whatever becomes of this.
    private ChannelMark Next(string channel, ReadOnlyMemory<byte> bytes)
    {
        if (_options.TrustedKeys is not { } keys)
            throw new InvalidDataException($"The host was given no keys, so that nobody can say where channel '{channel}' stands.");
        var pointer = ChannelPointer.Read(bytes, keys);
        if (pointer.Channel != channel)
            throw new InvalidDataException($"The pointer is of another channel than '{channel}'.");
        if (pointer.Expires <= _clock.Now())
            throw new InvalidDataException(
                $"The pointer of channel '{channel}' expired at {pointer.ExpiresText}: nobody can say whether there is a later one.");
        var next = new ChannelMark(pointer.Version, pointer.Digest);
        if (_marks.Find(channel) is { } seen && next != seen && next.Version <= seen.Version)
            throw new InvalidDataException(
                $"Channel '{channel}' was at version {seen.Version}, and the pointer leads to version {next.Version} of another bundle.");
        _marks.Keep(channel, next);
        return next;
    }

    private ActivationResult Stays(string digest)
    {
        lock (_activation)
            _status = _status with { Refused = null, RefusedAt = null };
        return new ActivationResult(true, digest, null);
    }
}
