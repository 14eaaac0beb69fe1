using System.Collections.Concurrent;

namespace AirsPolicy.Hosting;

/// <summary>Keeps marks in memory, until the process ends.</summary>
internal sealed class ChannelMarks : IChannelMarks
{
    private readonly ConcurrentDictionary<string, ChannelMark> _marks = new(StringComparer.Ordinal);

    public ChannelMark? Find(string channel) => _marks.GetValueOrDefault(channel);

    public void Keep(string channel, ChannelMark mark) => _marks[channel] = mark;
}
