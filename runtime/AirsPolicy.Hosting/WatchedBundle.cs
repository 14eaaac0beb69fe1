using AirsPolicy.Hosting.Watching;
using AirsPolicy.Runtime.Bundles;

namespace AirsPolicy.Hosting;

/// <summary>
/// A bundle in a file or at a URL, which a host takes anew when it has changed. What is refused or cannot be read changes nothing: the
/// last good bundle goes on deciding, <see cref="PolicyHost.Status"/> says why, and the next look tries again. For any number of threads.
/// </summary>
/// <remarks>Replace a file by renaming a whole one; a file that is half written is refused until it is whole.</remarks>
public sealed class WatchedBundle
{
    // A timer waits no longer.
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(49);

    private readonly Lock _order = new();
    private readonly PolicyHost _host;
    private readonly Func<CancellationToken, ValueTask<ActivationResult>> _look;
    private (string? Stamp, ActivationResult Result)? _taken;
    private Task _last = Task.CompletedTask;

    /// <summary>Watches a bundle in a file.</summary>
    /// <param name="host">The host that takes it.</param>
    /// <param name="path">The file of the bundle.</param>
    public WatchedBundle(PolicyHost host, string path)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentException.ThrowIfNullOrEmpty(path);
        _host = host;
        var bundle = new WatchedFile(path, BundleFormat.MaxBytes);
        _look = cancellation => LookAsync(bundle, cancellation);
    }

    /// <summary>Watches the bundle that a channel points to, both in files.</summary>
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
        _look = cancellation => LookAsync(channel, target, bundle, cancellation);
    }

    /// <summary>Watches a bundle at a URL. The server is told the <c>ETag</c> of the bundle that was taken last.</summary>
    /// <param name="host">The host that takes it.</param>
    /// <param name="client">Asks the server; how it is authenticated is its own.</param>
    /// <param name="url">The URL of the bundle, <c>https</c> or <c>http</c>. A whole answer takes at most 60 seconds.</param>
    /// <exception cref="ArgumentException">It is no whole URL of a web server.</exception>
    public WatchedBundle(PolicyHost host, HttpClient client, Uri url)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(url);
        _host = host;
        var bundle = new WatchedUrl(client, url, BundleFormat.MaxBytes, host.Clock);
        _look = cancellation => LookAsync(bundle, cancellation);
    }

    /// <summary>Watches the bundle that a channel points to, both at URLs.</summary>
    /// <param name="host">The host that takes it.</param>
    /// <param name="client">Asks the server; how it is authenticated is its own.</param>
    /// <param name="url">The URL of the bundle, <c>https</c> or <c>http</c>. A whole answer takes at most 60 seconds.</param>
    /// <param name="channel">The name of the channel.</param>
    /// <param name="pointer">The URL of the signed pointer, as <c>airs channel</c> writes it.</param>
    /// <exception cref="ArgumentException">One is no whole URL of a web server.</exception>
    public WatchedBundle(PolicyHost host, HttpClient client, Uri url, string channel, Uri pointer)
        : this(host, client, url)
    {
        ArgumentException.ThrowIfNullOrEmpty(channel);
        ArgumentNullException.ThrowIfNull(pointer);
        var bundle = new WatchedUrl(client, url, BundleFormat.MaxBytes, host.Clock);
        var target = new WatchedUrl(client, pointer, BundleFormat.MaxSignatureBytes, host.Clock);
        _look = cancellation => LookAsync(channel, target, bundle, cancellation);
    }

    /// <summary>
    /// Takes what is new, one look at a time; of files before this returns. A bundle is read where the length or time of its file or its
    /// <c>ETag</c> has changed, or where the channel points to another one than decides; a pointer is read and checked at every look, so
    /// that its end is noticed.
    /// </summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What became of it. Activated is also a bundle that decided already.</returns>
    /// <exception cref="OperationCanceledException">The caller has given up.</exception>
    public Task<ActivationResult> LookAsync(CancellationToken cancellation = default)
    {
        lock (_order)
        {
            var look = NextAsync(_last, cancellation);
            _last = look;
            return look;
        }
    }

    /// <summary>Looks at once, and then again and again until it is cancelled.</summary>
    /// <param name="period">The time from the end of a look to the next; more than zero and at most 49 days, by the host's clock.</param>
    /// <param name="cancellation">Ends the watch.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is not more than zero, or longer than 49 days.</exception>
    /// <exception cref="OperationCanceledException">The watch has been ended.</exception>
    public Task RunAsync(TimeSpan period, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(period, s_longest);
        return LookAgain();

        async Task LookAgain()
        {
            while (true)
            {
                await LookAsync(cancellation).ConfigureAwait(false);
                await Task.Delay(period, _host.Clock, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task<ActivationResult> NextAsync(Task before, CancellationToken cancellation)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            return await _look(cancellation).ConfigureAwait(false);
        }
        // A watch goes on, whatever happens to a look.
        catch (Exception fault) when (fault is InvalidDataException || !cancellation.IsCancellationRequested)
        {
            _taken = null;
            return _host.Refused(fault.Message);
        }
    }

    private async ValueTask<ActivationResult> LookAsync(IWatchedSource bundle, CancellationToken cancellation)
    {
        var read = await bundle.ReadAsync(_taken?.Stamp, cancellation).ConfigureAwait(false);
        if (read is null)
            return _taken!.Value.Result;
        var result = _host.Renew(read.Bytes);
        _taken = result.Activated ? (read.Stamp, result) : null;
        return result;
    }

    private async ValueTask<ActivationResult> LookAsync(
        string channel,
        IWatchedSource pointer,
        IWatchedSource bundle,
        CancellationToken cancellation)
    {
        var target = (await pointer.ReadAsync(null, cancellation).ConfigureAwait(false))!.Bytes;
        return _host.Stay(channel, target)
            ?? _host.Follow(channel, target, (await bundle.ReadAsync(null, cancellation).ConfigureAwait(false))!.Bytes);
    }
}
