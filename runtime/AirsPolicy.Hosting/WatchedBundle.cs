using AirsPolicy.Runtime.Bundles;

namespace AirsPolicy.Hosting;

/// <summary>
/// A bundle in a file, which a host takes anew when the file has changed. What is refused or cannot be read changes nothing: the last good
/// bundle goes on deciding, <see cref="PolicyHost.Status"/> says why, and the next look tries again. For any number of threads.
/// </summary>
/// <remarks>Replace the file by renaming a whole one; a file that is half written is refused until it is whole.</remarks>
public sealed class WatchedBundle
{
    private readonly Lock _looking = new();
    private readonly PolicyHost _host;
    private readonly Func<ActivationResult> _look;
    private ((long, DateTime) Stamp, ActivationResult Result)? _taken;

    /// <summary>Watches a bundle.</summary>
    /// <param name="host">The host that takes it.</param>
    /// <param name="path">The file of the bundle.</param>
    public WatchedBundle(PolicyHost host, string path)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentException.ThrowIfNullOrEmpty(path);
        _host = host;
        var bundle = new WatchedFile(path, BundleFormat.MaxBytes);
        _look = () => Look(bundle);
    }

    /// <summary>Watches the bundle that a channel points to.</summary>
    /// <param name="host">The host that takes it.</param>
    /// <param name="path">The file of the bundle.</param>
    /// <param name="channel">The name of the channel.</param>
    /// <param name="pointer">The file of the signed pointer, as <c>airs channel</c> writes it.</param>
    public WatchedBundle(PolicyHost host, string path, string channel, string pointer)
        : this(host, path)
    {
        ArgumentException.ThrowIfNullOrEmpty(channel);
        ArgumentException.ThrowIfNullOrEmpty(pointer);
        var (bundle, target) = (new WatchedFile(path, BundleFormat.MaxBytes), new WatchedFile(pointer, BundleFormat.MaxSignatureBytes));
        _look = () => Look(channel, target, bundle);
    }

    /// <summary>
    /// Takes what is new. A bundle is read where the length or time of its file has changed, or where the channel points to another one
    /// than decides; a pointer is read and checked at every look, so that its end is noticed.
    /// </summary>
    /// <returns>What became of it. Activated is also a bundle that decided already.</returns>
    public ActivationResult Look()
    {
        lock (_looking)
        {
            try
            {
                return _look();
            }
            catch (InvalidDataException unreadable)
            {
                _taken = null;
                return _host.Refused(unreadable.Message);
            }
        }
    }

    /// <summary>Looks at once, before this returns, and then again and again until it is cancelled.</summary>
    /// <param name="period">The time from the end of a look to the next; more than zero, by the host's clock.</param>
    /// <param name="cancellation">Ends the watch.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is not more than zero.</exception>
    /// <exception cref="OperationCanceledException">The watch has been ended.</exception>
    public Task RunAsync(TimeSpan period, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, TimeSpan.Zero);
        return LookAgain();

        async Task LookAgain()
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                Look();
                await Task.Delay(period, _host.Clock, cancellation).ConfigureAwait(false);
            }
        }
    }

    // The stamp is taken before the file is read, so that what changes meanwhile is seen at the next look.
    private ActivationResult Look(WatchedFile bundle)
    {
        var stamp = bundle.Stamp();
        if (_taken is { } taken && taken.Stamp == stamp)
            return taken.Result;
        var result = _host.Renew(bundle.Read());
        _taken = result.Activated ? (stamp, result) : null;
        return result;
    }

    private ActivationResult Look(string channel, WatchedFile pointer, WatchedFile bundle)
    {
        var target = pointer.Read();
        return _host.Stay(channel, target) ?? _host.Follow(channel, target, bundle.Read());
    }
}
