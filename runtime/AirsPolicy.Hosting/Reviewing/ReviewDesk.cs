using System.IO.Pipes;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Hosting.Reviewing;

/// <summary>
/// Serves what waits for people on a pipe of this machine, such as to <c>airs review</c>: a JSON object a line, and an answer a line. Who a
/// reviewer is says the operating system, and nothing that they send. Operators see there how the host stands, halt, lift and degrade.
/// </summary>
public sealed class ReviewDesk : IAsyncDisposable
{
    /// <summary>How many bytes a line may have.</summary>
    public const int MostLineBytes = 256 * 1024;

    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(1);

    private const UnixFileMode User = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Group = UnixFileMode.GroupRead | UnixFileMode.GroupWrite;

    private readonly ReviewDeskOptions _options;
    private readonly DeskService _service;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _serving;

    private ReviewDesk(PolicyHost host, ReviewDeskOptions options)
    {
        _options = options;
        _service = new DeskService(host, new DeskOperations(host, options.Operators), Tell);
        // All of them stand before anybody connects: the first says who may.
        var pipes = Enumerable.Range(0, options.MostConnections).Select(_ => Open()).ToList();
        if (Path.IsPathRooted(options.Pipe) && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(options.Pipe, options.AllowGroup ? User | Group : User);
        _serving = Task.WhenAll(pipes.Select(ServeAsync));
    }

    /// <summary>Opens a desk. It is closed when it is disposed.</summary>
    /// <param name="host">The host, for any number of desks.</param>
    /// <param name="options">How it is reached.</param>
    /// <exception cref="ArgumentException">A group is to connect, and the pipe is no whole path, or this is Windows.</exception>
    /// <exception cref="IOException">The pipe is taken, or cannot be made.</exception>
    public static ReviewDesk Open(PolicyHost host, ReviewDeskOptions options)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostConnections, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MostConnections, 100, nameof(options));
        if (options.AllowGroup && (OperatingSystem.IsWindows() || !Path.IsPathRooted(options.Pipe)))
            throw new ArgumentException(
                "A group can connect where the pipe is the whole path of a socket, and not on Windows.",
                nameof(options));
        return new ReviewDesk(host, options);
    }

    /// <summary>Closes the desk: connections end, and what was under way comes to nothing or is answered to nobody.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _serving.ConfigureAwait(false);
        _stopping.Dispose();
    }

    private NamedPipeServerStream Open() =>
        new(
            _options.Pipe,
            PipeDirection.InOut,
            2 * _options.MostConnections,
            PipeTransmissionMode.Byte,
            PipeOptions.Asynchronous | (_options.AllowGroup ? PipeOptions.None : PipeOptions.CurrentUserOnly));

    private async Task ServeAsync(NamedPipeServerStream? pipe)
    {
        while (pipe is not null)
        {
            try
            {
                await pipe.WaitForConnectionAsync(_stopping.Token).ConfigureAwait(false);
                await ConverseAsync(pipe).ConfigureAwait(false);
            }
            catch (Exception)
            {
                // Whoever is connected has gone, may not connect, says nothing, or more than they may: somebody else can connect.
            }
            // The next stands before this one is closed: with the last the pipe would be gone, and whoever has just come to it.
            var next = await NextAsync().ConfigureAwait(false);
            await pipe.DisposeAsync().ConfigureAwait(false);
            pipe = next;
        }
    }

    // A place that cannot be opened now can be later.
    private async Task<NamedPipeServerStream?> NextAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                return Open();
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                await Task.Delay(s_again, _options.Clock, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        return null;
    }

    private async Task ConverseAsync(NamedPipeServerStream pipe)
    {
        var lines = new LineReader(pipe, MostLineBytes);
        Reviewer? by = null;
        while (true)
        {
            using var idle = new CancellationTokenSource(_options.Idle, _options.Clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, _stopping.Token);
            if (await lines.ReadAsync(either.Token).ConfigureAwait(false) is not { } line)
                return;
            // Windows says who it is once they have sent something.
            by ??= Known(pipe);
            var answer = by is null
                ? DeskService.Error("You are no reviewer here.")
                : await AnswerAsync(by, line, either.Token).ConfigureAwait(false);
            await pipe.WriteAsync((byte[])[.. answer, (byte)'\n'], either.Token).ConfigureAwait(false);
            await pipe.FlushAsync(either.Token).ConfigureAwait(false);
            if (by is null)
                return;
        }
    }

    private async ValueTask<byte[]> AnswerAsync(Reviewer by, byte[] line, CancellationToken cancellation)
    {
        try
        {
            return await _service.AnswerAsync(by, line, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return DeskService.Error("This could not be done.");
        }
    }

    private Reviewer? Known(NamedPipeServerStream pipe)
    {
        try
        {
            return _options.Reviewers(pipe.GetImpersonationUserName());
        }
        catch (Exception)
        {
            // Who cannot be told, or looked up, is nobody.
            return null;
        }
    }

    private void Tell(long number, ReviewResult result)
    {
        try
        {
            _options.Counted?.Invoke(number, result);
        }
        catch (Exception)
        {
            // The word counts whatever the application makes of it.
        }
    }
}
