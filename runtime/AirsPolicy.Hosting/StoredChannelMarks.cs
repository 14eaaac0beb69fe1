using System.Globalization;
using System.Text;
using AirsPolicy.Hosting.Storing;

namespace AirsPolicy.Hosting;

/// <summary>Keeps how far channels have been seen to be in the store of the host, by their names.</summary>
internal sealed class StoredChannelMarks(IPolicyStore store, TimeSpan atMost) : IChannelMarks
{
    private const string Prefix = "channel/";

    public ChannelMark? Find(string channel)
    {
        var mark = store.Named(Prefix + channel).FirstOrDefault(named => named.Key == Prefix + channel).Value;
        return mark is null ? null : Read(channel, Encoding.UTF8.GetString(mark));
    }

    public void Keep(string channel, ChannelMark mark)
    {
        var number = store.Put(
            Prefix + channel,
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{mark.Version} {mark.Digest}")));
        if (store.Wait(number, atMost) is { } reason)
            throw new IOException(reason);
    }

    // One that cannot be read must not let an older bundle in.
    private static ChannelMark Read(string channel, string mark) =>
        mark.Split(' ') is [var version, var digest]
        && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ChannelMark(number, digest)
            : throw new InvalidDataException($"What the store says of the channel '{channel}' cannot be read.");
}
