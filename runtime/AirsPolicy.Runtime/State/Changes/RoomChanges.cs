using AirsPolicy.Runtime.State.Stores;

namespace AirsPolicy.Runtime.State.Changes;

/// <summary>That there was no room, within changes.</summary>
internal static class RoomChanges
{
    public static ChangeWriter Add(this ChangeWriter writer, NoRoom? noRoom) =>
        noRoom is { } full ? writer.Add(true).Add((long)full.Most).Add(full.Since) : writer.Add(false);

    public static NoRoom? NoRoom(this ref ChangeReader reader) => reader.Flag() ? new NoRoom(reader.Int(), reader.Long()) : null;
}
