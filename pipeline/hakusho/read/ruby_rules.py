"""How a reading that is set above a word is written behind it, where a user asks for that."""

READING = "（{}）"
