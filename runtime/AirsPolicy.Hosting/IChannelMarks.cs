namespace AirsPolicy.Hosting;

/// <summary>
/// Keeps how far channels have been seen to be, so that nobody can lead a host back. A host asks and tells one at a time; several hosts may
/// share a store.
/// </summary>
public interface IChannelMarks
{
    /// <summary>How far a channel has been seen to be, or null.</summary>
    ChannelMark? Find(string channel);

    /// <summary>Keeps a mark. What throws refuses the bundle.</summary>
    void Keep(string channel, ChannelMark mark);
}
