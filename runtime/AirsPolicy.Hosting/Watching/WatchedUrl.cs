using System.Net;
using System.Net.Http.Headers;

namespace AirsPolicy.Hosting.Watching;

/// <summary>What a web server gives, known by its <c>ETag</c>.</summary>
internal sealed class WatchedUrl : IWatchedSource
{
    private const int MostShown = 300;

    private static readonly TimeSpan s_within = TimeSpan.FromSeconds(60);

    private readonly HttpClient _client;
    private readonly Uri _url;
    private readonly int _most;
    private readonly TimeProvider _clock;

    /// <param name="client">Asks the server.</param>
    /// <param name="url">Where it lies.</param>
    /// <param name="most">How many bytes it may have; of more nothing is taken.</param>
    /// <param name="clock">Says when the time of an answer is over.</param>
    /// <exception cref="ArgumentException">It is no whole URL of a web server.</exception>
    public WatchedUrl(HttpClient client, Uri url, int most, TimeProvider clock)
    {
        if (!url.IsAbsoluteUri || url.Scheme is not ("https" or "http"))
            throw new ArgumentException("A bundle is watched at a whole 'https' or 'http' URL.", nameof(url));
        (_client, _url, _most, _clock) = (client, url, most, clock);
    }

    public async ValueTask<WatchedBytes?> ReadAsync(string? stamp, CancellationToken cancellation)
    {
        using var time = new CancellationTokenSource(s_within, _clock);
        using var until = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        try
        {
            return await ReadAsync(_client, stamp, until.Token).WaitAsync(until.Token).ConfigureAwait(false);
        }
        // Handlers of the application and decoders throw what they will.
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            var why = time.IsCancellationRequested ? $"no whole answer within {s_within.TotalSeconds:0} seconds" : Plain(fault.Message);
            throw new InvalidDataException($"'{Shown}' cannot be read: {why.TrimEnd('.')}.", fault);
        }
    }

    // Words of the server may be among it, which are not to write to an operator's screen as they like.
    private static string Plain(string message) =>
        string.Concat(message.Take(MostShown).Select(letter => char.IsControl(letter) ? ' ' : letter));

    // What stands behind the path, or before the host, may be a secret.
    private string Shown => _url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    private async Task<WatchedBytes?> ReadAsync(HttpClient client, string? stamp, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _url);
        if (stamp is not null)
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(stamp));
        using var response = await client
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation)
            .ConfigureAwait(false);
        if (stamp is not null && response.StatusCode == HttpStatusCode.NotModified)
            return null;
        // A part of something is not it.
        if (response.StatusCode != HttpStatusCode.OK)
            throw new HttpRequestException($"the server answers {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd());
        var bytes = new MemoryStream();
        using var body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        var buffer = new byte[81_920];
        while (await body.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var read)
        {
            if (bytes.Length + read > _most)
                throw new IOException($"it has more than {_most} bytes");
            bytes.Write(buffer, 0, read);
        }
        return new WatchedBytes(bytes.ToArray(), response.Headers.ETag?.ToString());
    }
}
