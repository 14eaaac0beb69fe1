namespace AirsPolicy.Text.Windows;

/// <summary>A match that ends before the character just read.</summary>
/// <param name="Item">The item that matches.</param>
/// <param name="Length">How many units it takes.</param>
internal readonly record struct WindowAccept(int Item, int Length);
