/// A key that was pressed, by what it means to a program.
package enum Key: Sendable, Hashable {
    /// A scalar that was typed; marks come as characters of their own.
    case character(Character)
    /// With Ctrl: a small letter, or one of `@ [ \ ] ^ _` and the blank.
    case control(Character)
    /// With Alt, which many terminals send as Esc before the key.
    case alt(Character)
    case enter
    /// Enter with Alt, Shift or Ctrl: a new line where Enter alone would send.
    case lineBreak
    case escape, tab, backTab, backspace, delete, insert
    /// Backspace with Ctrl or Alt.
    case deleteWord
    case up, down, left, right, home, end, pageUp, pageDown
    /// An arrow with Ctrl or Alt.
    case wordLeft, wordRight
    case function(Int)
}

/// What the mouse did, at a column and row counted from 0.
package enum Mouse: Sendable, Hashable {
    /// A button went down: 0 is the left one, 1 the middle, 2 the right.
    case press(button: Int, at: Grid.Position)
    case release(at: Grid.Position)
    case drag(at: Grid.Position)
    case wheelUp(at: Grid.Position)
    case wheelDown(at: Grid.Position)
}

/// Something that came from the terminal's side.
package enum Input: Sendable, Hashable {
    case key(Key)
    /// Text pasted at once, its lines ended by `\n`; it is never to be taken for keys.
    case paste(String)
    case mouse(Mouse)
    /// Whether the window has the focus now.
    case focus(Bool)
    case resize(columns: Int, rows: Int)
    /// Somebody else used the terminal meanwhile: draw anew, and look at the clock.
    case resumed
    /// The end has come, and everything after it is the same.
    case ended(Ending)
    /// Bytes that mean nothing here.
    case unknown
}
