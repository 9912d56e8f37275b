"""Turns the people finder and the keypoint nets of a public npm package into the SDK's ONNX files."""
