"""hakusho"""
