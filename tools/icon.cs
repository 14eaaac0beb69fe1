// Draws the icon of the packages, a shield with a check mark: `dotnet run tools/icon.cs docs/icon.png`.
using System.Buffers.Binary;
using System.IO.Compression;

const int size = 128;
const int samples = 4;

(int Red, int Green, int Blue) blue = (0x1B, 0x4F, 0x72);
(int Red, int Green, int Blue) white = (0xFF, 0xFF, 0xFF);

var rows = new byte[size * (1 + size * 4)];
for (var y = 0; y < size; y++)
{
    for (var x = 0; x < size; x++)
    {
        // Each point is the mean of several, so that edges are smooth.
        var (red, green, blueSum, seen) = (0, 0, 0, 0);
        for (var part = 0; part < samples * samples; part++)
        {
            var at = (X: Scaled(x, part % samples), Y: Scaled(y, part / samples));
            if (!IsInShield(at.X, at.Y, 0.92))
                continue;
            var color = IsInShield(at.X, at.Y, 0.80) && !IsOnCheck(at.X, at.Y) ? blue : white;
            if (!IsInShield(at.X, at.Y, 0.86))
                color = blue;
            (red, green, blueSum, seen) = (red + color.Red, green + color.Green, blueSum + color.Blue, seen + 1);
        }
        var pixel = rows.AsSpan(y * (1 + size * 4) + 1 + x * 4, 4);
        if (seen == 0)
            continue;
        (pixel[0], pixel[1], pixel[2]) = ((byte)(red / seen), (byte)(green / seen), (byte)(blueSum / seen));
        pixel[3] = (byte)(255 * seen / (samples * samples));
    }
}

using var file = File.Create(args[0]);
file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n']);
var header = new byte[13];
BinaryPrimitives.WriteInt32BigEndian(header, size);
BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), size);
(header[8], header[9]) = (8, 6);
Chunk("IHDR"u8, header);
using var packed = new MemoryStream();
using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
    deflate.Write(rows);
Chunk("IDAT"u8, packed.ToArray());
Chunk("IEND"u8, []);

static double Scaled(int pixel, int part) => ((pixel + (part + 0.5) / samples) / size * 2) - 1;

// A box above, half an ellipse below.
static bool IsInShield(double x, double y, double scale)
{
    var (across, down) = (Math.Abs(x) / scale, (y + 0.12) / scale);
    return down < 0 ? down > -0.85 && across < 0.86 : (across / 0.86 * (across / 0.86)) + (down / 1.1 * (down / 1.1)) < 1;
}

static bool IsOnCheck(double x, double y) =>
    Distance(x, y, -0.36, -0.06, -0.08, 0.24) < 0.10 || Distance(x, y, -0.08, 0.24, 0.40, -0.36) < 0.10;

static double Distance(double x, double y, double fromX, double fromY, double toX, double toY)
{
    var (alongX, alongY) = (toX - fromX, toY - fromY);
    var part = Math.Clamp((((x - fromX) * alongX) + ((y - fromY) * alongY)) / ((alongX * alongX) + (alongY * alongY)), 0, 1);
    return Math.Sqrt(Math.Pow(x - fromX - (part * alongX), 2) + Math.Pow(y - fromY - (part * alongY), 2));
}

void Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
{
    var number = new byte[4];
    BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
    file.Write(number);
    file.Write(type);
    file.Write(data);
    BinaryPrimitives.WriteUInt32BigEndian(number, Sum([.. type, .. data]));
    file.Write(number);
}

// The check sum of PNG (ISO 15948, annex D).
static uint Sum(byte[] data)
{
    var sum = uint.MaxValue;
    foreach (var value in data)
    {
        sum ^= value;
        for (var bit = 0; bit < 8; bit++)
            sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
    }
    return ~sum;
}
